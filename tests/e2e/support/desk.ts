// Officials at their desks and a citizen on a telephone, each in a browser of his own; what they press.
import { expect, type Browser, type Page, type TestInfo } from '@playwright/test';
import { DESK, PHONE } from './page';
import { signedIn } from './people';

/** An official of the demonstration at his desk: `motcua.viettri`. */
export async function official(browser: Browser, info: TestInfo, name: string, to = '/can-bo'): Promise<Page> {
  return signedIn(browser, info, name, to, DESK);
}

/** A citizen of the demonstration with a telephone in his hand. */
export async function citizen(browser: Browser, info: TestInfo, name: string, to = '/ho-so'): Promise<Page> {
  return signedIn(browser, info, name, to, PHONE);
}

export async function open(page: Page, code: string): Promise<void> {
  await page.goto(`/can-bo/ho-so/${code}`);
  await expect(page.locator('h1')).toBeVisible();
}

/** Presses a button of the step and is told that it was done. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('.mc-bench__acts').getByRole('button', { name }).first().click();
  await expectDone(page);
}

/** Goes to the page of an act, unfolding what is seldom done. */
export async function begin(page: Page, name: string | RegExp): Promise<void> {
  const acts = page.locator('.mc-bench__acts');
  const link = acts.locator('a', { hasText: name }).first();
  if (!(await link.isVisible())) await acts.locator('summary').first().click();
  await link.click();
  await expect(page.locator('main form[method="post"]').first()).toBeVisible();
}

/** Sends the form of an act and is told that it was done. */
export async function send(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('main form[method="post"]').getByRole('button', { name }).first().click();
  await expectDone(page);
}

export async function expectDone(page: Page): Promise<void> {
  await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
  await expect(page.locator('.mc-flash--success')).toBeVisible();
}

/** Opens the dossier and presses, as often as there are names. */
export async function pressAt(page: Page, code: string, ...names: (string | RegExp)[]): Promise<void> {
  await open(page, code);
  for (const name of names) await press(page, name);
}
