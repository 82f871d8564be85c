// The pictures of docs/citizens/huong-dan-giup-nguoi-dan.md, on the road that it tells of: help with the costs of a funeral.
import { expect, test } from '@playwright/test';
import { apply } from './support/apply';
import { example } from './support/form';
import { pictureForDocs } from './support/page';
import { signedIn } from './support/people';

const PICTURES: Record<string, RegExp> = {
  'help-begin': /^begin$/,
  'help-receipt': /^receipt$/,
};

test('the guide for helpers shows what they will see', async ({ browser }, info) => {
  test.skip(info.project.name !== 'phone', 'helpers sit beside a telephone');
  const page = await signedIn(browser, info, 'nguyen.van.mau', '/ho-so');
  const made: string[] = [];
  await apply(page, example('ho-tro-mai-tang', '01-chau-lo-tang-cho-ba'), {
    look: async (name) => {
      const steps = new URL(page.url()).pathname;
      const wanted = Object.keys(PICTURES).find((picture) => PICTURES[picture].test(name))
        ?? (steps.endsWith('/tep') ? 'help-files' : (await page.getByText('Bước 1/').count()) ? 'help-first-question' : undefined);
      if (!wanted || made.includes(wanted)) return;
      made.push(wanted);
      await expect(page.locator('.mc-file--sending')).toHaveCount(0);
      await page.locator('h1').first().click();
      await pictureForDocs(page, wanted);
    },
  });
  expect(made.sort()).toEqual(['help-begin', 'help-files', 'help-first-question', 'help-receipt']);
});
