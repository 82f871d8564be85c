// What can go wrong while a form is filled in: another tab, no network, an ended session, a file that does not arrive; and no mouse.
import { expect, test, type Page } from '@playwright/test';
import { aPdf } from './support/files';
import { look } from './support/page';
import { signedIn } from './support/people';

const SERVICE = 'ban-sao-trich-luc';
const STATUS = '[data-autosave-status]';

test.beforeEach(({}, info) => {
  test.skip(info.project.name !== 'phone', 'these are about scripts; the phone is harder');
});

test('two tabs: both values are shown, nothing is overwritten', async ({ browser }, info) => {
  const first = await signedIn(browser, info, 'nguyen.van.mau', '/ho-so');
  const address = await firstPage(first);
  const second = await first.context().newPage();
  await second.goto(address);
  await type(first, '0912 000 111');
  await expect(first.locator(STATUS)).toContainText('Đã tự động lưu lúc');
  await type(second, '0987 000 222');
  await expect(second.locator(STATUS)).toContainText('vừa được sửa ở cửa sổ khác');
  for (const value of ['0912 000 111', '0987 000 222']) await expect(second.locator(STATUS)).toContainText(value);
  await look(second, info, '50-conflict-by-script');
  await second.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await expect(second.locator('h1')).toContainText('vừa được sửa ở cửa sổ khác');
  await look(second, info, '51-conflict');
  await second.getByRole('button', { name: 'Giữ nội dung vừa nhập ở đây' }).click();
  await first.goto(address);
  await expect(phone(first)).toHaveValue('0987 000 222');
});

test('without a network what is typed waits in the browser', async ({ browser }, info) => {
  const page = await signedIn(browser, info, 'nguyen.van.mau', '/ho-so');
  const address = await firstPage(page);
  await page.context().setOffline(true);
  await type(page, '0912 000 333');
  await expect(page.locator(STATUS)).toContainText('Mất kết nối');
  await page.context().setOffline(false);
  await expect(page.locator(STATUS)).toContainText('Đã tự động lưu lúc');
  await page.context().setOffline(true);
  await type(page, '0912 000 444');
  await expect(page.locator(STATUS)).toContainText('Mất kết nối');
  const later = await page.context().newPage();
  await page.close({ runBeforeUnload: false });
  await later.context().setOffline(false);
  await later.goto(address);
  await expect(phone(later)).toHaveValue('0912 000 444');
  await expect(later.locator(STATUS)).toContainText('Đã tự động lưu lúc');
});

test('after the session has ended one comes back to the page with what was typed', async ({ browser }, info) => {
  const page = await signedIn(browser, info, 'tran.thi.thu', '/ho-so');
  const address = await firstPage(page);
  await page.context().clearCookies();
  await type(page, '0912 000 555');
  await expect(page.locator(STATUS)).toContainText('Phiên đăng nhập đã hết');
  const again = await page.context().newPage();
  await again.goto(address);
  await expect(again).toHaveURL(/dang-nhap\?tiep=/);
  await again.getByLabel('E-mail').fill('tran.thi.thu@example.vn');
  await again.getByLabel('Mật khẩu', { exact: true }).fill('cong-mot-cua-2026');
  await again.locator('main form').getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(again).toHaveURL(new RegExp(`${address}$`));
  await expect(phone(again)).toHaveValue('0912 000 555');
});

test('a file that does not arrive can be sent again', async ({ browser }, info) => {
  const page = await signedIn(browser, info, 'nguyen.van.mau', '/ho-so');
  const address = await firstPage(page);
  await page.goto(address.replace(/[^/]+$/, 'tep'));
  let cut = true;
  await page.route(/\/tep\/[a-z_]+$/, (route) => (cut ? route.abort('connectionreset') : route.continue()));
  await page.locator('input[type="file"]').first().setInputFiles([aPdf('ban-quet.pdf')]);
  const failed = page.locator('.mc-file--failed');
  await expect(failed).toContainText('Chưa tải được tệp này');
  await look(page, info, '52-file-failed');
  cut = false;
  await failed.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.locator('[data-upload-list] .mc-file')).toContainText('ban-quet.pdf');
  await expect(failed).toHaveCount(0);
  await page.locator('input[type="file"]').first().setInputFiles([{ ...aPdf('a.pdf'), name: 'trong.pdf', buffer: Buffer.alloc(0) }]);
  await expect(failed).toContainText('trống');
});

test('all parts are on one page, and a form can be filled in by keyboard alone at 200 %', async ({ browser }, info) => {
  const page = await signedIn(browser, info, 'nguyen.van.mau', '/ho-so');
  const address = await firstPage(page);
  await page.getByRole('link', { name: 'Xem tất cả các phần' }).click();
  await look(page, info, '53-parts');
  await page.goto(address);
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, 'overflow with text twice as large').toBeLessThanOrEqual(0);
  await phone(page).fill('12');
  await pressByTab(page, 'Lưu và tiếp tục');
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main :focus')).toHaveAttribute('aria-describedby', /-error/);
  await look(page, info, '54-errors');
});

/** Begins a draft and opens the first page of its form; its path. */
async function firstPage(page: Page): Promise<string> {
  await page.goto(`/nop/${SERVICE}`);
  await page.locator('main form[method="post"]').getByRole('button').last().click();
  await page.waitForURL(/ban-nhap/);
  const address = new URL(page.url()).pathname.replace(/[^/]+$/, 'nguoi-yeu-cau');
  await page.goto(address);
  return address;
}

function phone(page: Page) {
  return page.locator('[name="requester.phone"]');
}

async function type(page: Page, text: string): Promise<void> {
  await phone(page).fill(text);
}

async function pressByTab(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return page.keyboard.press('Enter');
  }
  throw new Error(`${name} is not reached by Tab`);
}
