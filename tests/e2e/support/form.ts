// Fills a service's form from one of the service's own examples, page by page, as a person would: only what is shown.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

export type Answers = Map<string, string[]>;

export interface Example { slug: string; name: string; answers: Answers; commune?: string }

/** An example of `config/services/<slug>/examples/`: the answers as they are typed, and the competent commune. */
export function example(slug: string, name: string): Example {
  const text = readFileSync(`config/services/${slug}/examples/${name}.toml`, 'utf8');
  const [, answers, expected] = /^\[answers\]$([^]*?)^\[expect\]$([^]*)/m.exec(text) ?? [];
  const said = ahead(/^on = "([\d-]+)"$/m.exec(text)?.[1]);
  const lines = [...answers.matchAll(/^"?([^"\s]+)"? = (".*"|\[.*\])$/gm)];
  return {
    slug,
    name,
    answers: new Map(lines.map(([, key, value]) => [key, ([] as string[]).concat(JSON.parse(value)).map(said)])),
    commune: /^commune = "(\d+)"$/m.exec(expected)?.[1],
  };
}

const DAY = 86_400_000;

/** An example is of its day: a date that lay ahead of it lies as far ahead of today. */
function ahead(on?: string): (value: string) => string {
  const then = Date.parse(on ?? '');
  const today = Date.parse(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format());
  return (value) => {
    const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(value) ?? [];
    const date = Date.parse(`${year}-${month}-${day}`);
    if (!(date >= then)) return value;
    return new Date(date + Math.round((today - then) / DAY) * DAY).toISOString().slice(0, 10).split('-').reverse().join('/');
  };
}

/** The first example of each service that the portal offers: it must be accepted. */
export function firstExamples(): Example[] {
  const slugs = readdirSync('config/services').filter((slug) => slug !== 'blocks').sort();
  return slugs.map((slug) => {
    const first = readdirSync(`config/services/${slug}/examples`).sort()[0];
    return example(slug, first.replace(/\.toml$/, ''));
  });
}

/** Answers every question that the page shows now; answers may bring more questions to light. */
export async function fill(page: Page, answers: Answers): Promise<void> {
  const done = new Set<string>();
  for (let round = 0; round < 4; round += 1) {
    const before = done.size;
    for (const control of await page.locator('main form[method="post"] :is(input, select, textarea)[name]').all()) {
      if (await control.isVisible() || (await control.getAttribute('type')) === 'radio' || (await control.getAttribute('type')) === 'checkbox') {
        await answer(control, answers, done);
      }
    }
    if (done.size === before) return;
  }
}

async function answer(control: Locator, answers: Answers, done: Set<string>): Promise<void> {
  const { name, type, tag, value } = await control.evaluate((e: HTMLInputElement) => ({ name: e.name, type: e.type, tag: e.tagName, value: e.value }));
  if (['hidden', 'file', 'submit', 'search'].includes(type) || await control.isDisabled()) return;
  const mark = type === 'radio' || type === 'checkbox' ? `${name}=${value}` : name;
  if (done.has(mark)) return;
  const wanted = valuesFor(name, answers);
  if (wanted === undefined) return;
  if (type === 'radio' || type === 'checkbox') {
    const shown = await control.evaluate((e) => (e.closest('[data-show-if]') as HTMLElement | null)?.hidden !== true && e.getClientRects().length > 0);
    if (!wanted.includes(value) || !shown) return;
    await control.check({ force: true });
  } else if (wanted[0] === '') {
    // Left as the portal offers it.
  } else if (tag === 'SELECT') {
    const offered = await control.locator(`option[value="${wanted[0]}"]`).count();
    if (offered === 0) return;
    await control.selectOption(wanted[0]);
  } else {
    await control.fill(wanted[0]);
  }
  done.add(mark);
}

/** A date is asked in three boxes, an hour in two; everything else by its key. */
export function valuesFor(name: string, answers: Answers): string[] | undefined {
  const part = /^(.*)[-.](day|month|year)$/.exec(name);
  const date = part && answers.get(part[1])?.[0].split('/');
  if (part && date) return [date[['day', 'month', 'year'].indexOf(part[2]) - (3 - date.length)] ?? ''];
  const half = /^(.*)[-.](hour|minute)$/.exec(name);
  const time = half && answers.get(half[1])?.[0].split(':');
  if (half && time) return [time[['hour', 'minute'].indexOf(half[2])]];
  return answers.get(name);
}

/** Presses the main button of a form page and stays for the reader's errors if there are any. */
export async function next(page: Page): Promise<void> {
  const from = page.url();
  const onward = page.locator('main form[method="post"]').last().getByRole('button', { name: /^(Lưu và tiếp tục|Tiếp tục)$/ }).first();
  // The next page may be slow to begin: being loaded is not enough, it must be another load.
  await Promise.all([page.waitForEvent('load'), onward.click()]);
  const errors = await page.locator('.govuk-error-summary li').allInnerTexts();
  expect(errors, `errors at ${from}`).toEqual([]);
}
