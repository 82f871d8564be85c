// A person without a mouse: everything is reached by Tab and pressed with Enter, Space and the arrows.
import { type Page } from '@playwright/test';
import { valuesFor, type Answers } from './form';

interface Here { name: string; type: string; tag: string; value: string; text: string; id: string }

const SELECT_ALL = 'ControlOrMeta+a';
const FAR = 150;

/** What has the focus now. */
async function here(page: Page): Promise<Here> {
  return page.evaluate(() => {
    const e = document.activeElement as HTMLInputElement;
    return { name: e.name ?? '', type: e.type ?? '', tag: e.tagName, value: e.value ?? '', text: (e.textContent ?? '').trim(), id: e.id };
  });
}

/** Presses Tab until this has the focus. */
export async function reach(page: Page, what: string, is: (at: Here) => boolean): Promise<void> {
  for (let i = 0; i < FAR; i += 1) {
    await page.keyboard.press('Tab');
    if (is(await here(page))) return;
  }
  throw new Error(`${what} is not reached by Tab on ${page.url()}`);
}

/** Reaches a link or a button by its words and presses it. */
export async function go(page: Page, words: string | RegExp): Promise<void> {
  const matches = (text: string) => (typeof words === 'string' ? text === words : words.test(text));
  await reach(page, String(words), (at) => ['A', 'BUTTON', 'SUMMARY'].includes(at.tag) && matches(at.text));
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Types into the box of this name. */
export async function type(page: Page, name: string, text: string): Promise<void> {
  await reach(page, name, (at) => at.name === name);
  await write(page, text);
}

/** Fills in the page from top to bottom and presses its button. */
export async function answerByKeyboard(page: Page, answers: Answers): Promise<void> {
  for (let i = 0; i < FAR; i += 1) {
    await page.keyboard.press('Tab');
    const at = await here(page);
    if (at.tag === 'BUTTON' && /^(Lưu và tiếp tục|Tiếp tục)$/.test(at.text)) {
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      return;
    }
    const wanted = at.name && valuesFor(at.name, answers);
    if (!wanted) continue;
    if (at.type === 'radio') await pick(page, at.name, wanted[0]);
    else if (at.tag === 'SELECT') await pick(page, at.name, wanted[0]);
    else if (at.type === 'checkbox') await tick(page, wanted.includes(at.value));
    else if (at.type !== 'file') await write(page, wanted[0]);
  }
  throw new Error(`no button to go on is reached by Tab on ${page.url()}`);
}

async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press(SELECT_ALL);
  if (text) await page.keyboard.insertText(text);
  else await page.keyboard.press('Delete');
}

async function tick(page: Page, wanted: boolean): Promise<void> {
  const ticked = await page.evaluate(() => (document.activeElement as HTMLInputElement).checked);
  if (ticked !== wanted) await page.keyboard.press('Space');
}

/** Arrows go through the choices of a group or a list. */
async function pick(page: Page, name: string, wanted: string): Promise<void> {
  if (!wanted) return;
  // The communes of a province just chosen are still on their way.
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-busy') !== 'true');
  const steps = await page.evaluate((value) => {
    const e = document.activeElement as HTMLInputElement & HTMLSelectElement;
    if (e.tagName === 'SELECT') return [...e.options].findIndex((option) => option.value === value);
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[type="radio"][name="${e.name}"]`)];
    return group.findIndex((each) => each.value === value) - group.indexOf(e);
  }, wanted);
  const { tag } = await here(page);
  await page.keyboard.press(tag === 'SELECT' ? 'Home' : 'Space');
  for (let i = 0; i < Math.abs(steps); i += 1) await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  const at = await here(page);
  if (at.value !== wanted) throw new Error(`${name} is ${at.value}, not ${wanted}`);
}
