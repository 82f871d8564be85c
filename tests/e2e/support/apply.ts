// The citizen's road through any service: from "begin" to the receipt, led by the portal.
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { fill, next, type Example } from './form';
import { aPhoto } from './files';

/** What a journey does on the way: looks at each page, gives its own files. */
export interface Road {
  look: (name: string) => Promise<void>;
  files?: (page: Page) => Promise<void>;
  answer?: (page: Page, example: Example) => Promise<void>;
}

/** Submits a dossier with the answers of the example; its code. */
export async function apply(page: Page, example: Example, road: Road): Promise<string> {
  await page.goto(`/nop/${example.slug}`);
  await road.look('begin');
  await page.locator('main form[method="post"]').getByRole('button').last().click();
  for (let step = 1; step <= 40; step += 1) {
    await page.waitForLoadState();
    if (page.url().endsWith('/kiem-tra')) break;
    if (page.url().endsWith('/cac-phan')) {
      await road.look(`step-${String(step).padStart(2, '0')}`);
      await page.locator('main').getByRole('link', { name: 'Làm tiếp' }).click();
      continue;
    }
    if (page.url().endsWith('/tep')) await (road.files ?? whatIsAskedFor)(page);
    else if (page.url().endsWith('/noi-nop')) await chooseAgency(page, example.commune);
    else await (road.answer ?? answered)(page, example);
    await road.look(`step-${String(step).padStart(2, '0')}`);
    await next(page);
  }
  await expect(page).toHaveURL(/kiem-tra$/);
  await road.look('review');
  for (const box of await page.locator('main form[method="post"] input[type="checkbox"]').all()) await box.check({ force: true });
  await page.getByRole('button', { name: /^Nộp/ }).click();
  await expect(page).toHaveURL(/da-nop$/);
  await road.look('receipt');
  const code = /H44\.\d+-\d{6}-\d{4}/.exec(await page.locator('main').innerText());
  expect(code).not.toBeNull();
  return code![0];
}

async function answered(page: Page, example: Example): Promise<void> {
  await fill(page, example.answers);
}

/** The commune by the code of its place, in the list of all. */
async function chooseAgency(page: Page, place = '07900'): Promise<void> {
  const name = new RegExp(`place = "${place}", name = "([^"]+)"`).exec(readFileSync('config/agencies.toml', 'utf8'))?.[1];
  expect(name, `a commune ${place}`).toBeTruthy();
  const label = `UBND ${name!.charAt(0).toLowerCase()}${name!.slice(1)}`;
  const near = page.locator('.govuk-radios__item').filter({ has: page.getByText(label, { exact: true }) }).locator('input[name="agency"]');
  if (await near.count()) return void (await near.first().check({ force: true }));
  const list = page.locator('select[name="agency"]');
  await list.evaluate((e) => { for (let d = e.closest('details'); d; d = d.parentElement?.closest('details') ?? null) d.open = true; });
  await list.selectOption({ label });
}

/** A photo for every document that must be there; one form posts them all when there is no script. */
async function whatIsAskedFor(page: Page): Promise<void> {
  const wanted = page.locator('input[type="file"]');
  for (let nth = 0; nth < await wanted.count(); nth += 1) {
    const before = await page.locator('.mc-file').count();
    await wanted.nth(nth).setInputFiles([aPhoto(`anh-chup-${nth + 1}.png`)]);
    if (await page.evaluate(() => document.documentElement.classList.contains('js') || document.body.classList.contains('js-enabled'))) {
      await expect(page.locator('.mc-file')).toHaveCount(before + 1);
    }
  }
}
