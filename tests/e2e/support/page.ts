// What every page passed by a journey must be: clean for axe, quiet on the console, no wider than 320 px.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

/** Collects console errors and failed page scripts; call `expectQuiet` at the end of a journey. */
export function listen(page: Page): { expectQuiet: () => void } {
  const loud: string[] = [];
  // A form that is sent back with its errors answers 422, which the browser counts as a failure.
  const refused = /status of 422/;
  page.on('console', (message) => {
    if (message.type() === 'error' && !refused.test(message.text())) loud.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => loud.push(`${page.url()}: ${error.message}`));
  return { expectQuiet: () => expect(loud, 'console errors').toEqual([]) };
}

/** Looks at the page as it stands: axe, overflow at 320 px, and a picture for human eyes. */
export async function look(page: Page, info: TestInfo, name: string): Promise<void> {
  await picture(page, info, name);
  if (info.project.name !== 'nojs') {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    const found = violations.map((v) => `${v.id}: ${v.help} — ${v.nodes.map((n) => n.target.join(' ')).slice(0, 4).join(' | ')}`);
    expect(found, `axe on ${name}`).toEqual([]);
    await fitsANarrowPhone(page, name);
  }
}

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** Once as it is at a desk, once as it is on a telephone. */
export async function lookTwice(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.setViewportSize(DESK);
  await look(page, info, `${name}-1280`);
  await page.setViewportSize(PHONE);
  await look(page, info, `${name}-390`);
  await page.setViewportSize(DESK);
}

/** A picture for a page of `docs/`: renewed with `DOCS_PICTURES=1 make e2e`, else put beside the others. */
export async function pictureForDocs(page: Page, name: string, fullPage = true): Promise<void> {
  const folder = process.env.DOCS_PICTURES ? 'docs/pictures' : 'var/pictures';
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage, animations: 'disabled' });
}

async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.screenshot({ path: `var/pictures/${name}-${info.project.name}.png`, fullPage: true });
}

async function fitsANarrowPhone(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  if (!size) return;
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => {
    const over = document.documentElement.scrollWidth - 320;
    if (over <= 0) return [];
    const culprits = [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > 321)
      .map((e) => `${e.tagName.toLowerCase()}.${e.className}`);
    return [`${over}px`, ...culprits.slice(0, 5)];
  });
  await page.setViewportSize(size);
  expect(wide, `overflow at 320 px on ${name}`).toEqual([]);
}
