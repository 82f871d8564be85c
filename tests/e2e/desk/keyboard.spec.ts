// An official without a mouse: from the inbox to a dossier, accepted and sent on, and to the next one.
import { expect, test } from '@playwright/test';
import { apply } from '../support/apply';
import { citizen } from '../support/desk';
import { example } from '../support/form';
import { go, reach, type } from '../support/keyboard';
import { listen, look } from '../support/page';
import { person } from '../support/people';

const COPY = { ...example('ban-sao-trich-luc', '01-ban-sao-khai-sinh-cua-minh'), commune: '07900' };

test('inbox, dossier, accept, next: by keyboard alone', async ({ browser }, info) => {
  test.skip(info.project.name === 'phone', 'telephones have no Tab key; at a desk, with scripts and without');
  const somebody = await citizen(browser, info, 'nguyen.van.mau');
  const codes = [await apply(somebody, COPY, { look: async () => {} }), await apply(somebody, COPY, { look: async () => {} })];

  const page = await person(browser, info);
  const { expectQuiet } = listen(page);
  await page.goto('/can-bo');
  await type(page, 'email', 'motcua.viettri@example.vn');
  await type(page, 'password', 'cong-mot-cua-2026');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await expect(page).toHaveURL(/\/can-bo$/);

  await page.keyboard.press('Tab');
  await expect(page.locator('.govuk-skip-link'), 'the first stop leads past the menu').toBeFocused();
  await type(page, 'tim', codes[0]);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await go(page, codes[0]);
  await expect(page).toHaveURL(new RegExp(`${codes[0]}([?]|$)`));
  await reach(page, 'the button that accepts', (at) => at.tag === 'BUTTON' && /^Tiếp nhận/.test(at.text));
  await expect(page.locator(':focus')).toBeInViewport();
  await look(page, info, '76-accept-by-keyboard');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await expect(page.locator('.mc-flash--success')).toContainText('Đã tiếp nhận');
  await type(page, 'note', 'Đủ giấy tờ.');
  await go(page, /^Chuyển bước/);
  await expect(page.locator('.mc-flash--success')).toContainText('Đã chuyển');

  // Back to the list with its search, and from there to the whole queue, where the next task is named.
  await go(page, 'Danh sách hồ sơ');
  await go(page, /^Đang ở bước của tôi/);
  await go(page, 'Mở hồ sơ');
  await expect(page, 'the next task is another dossier').not.toHaveURL(new RegExp(codes[0]));
  await expect(page.locator('.mc-bench__acts')).toBeVisible();
  await look(page, info, '76-next-by-keyboard');
  expectQuiet();
});
