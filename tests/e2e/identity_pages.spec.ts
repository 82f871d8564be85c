// Every page on which somebody says who he is, or looks after that: clean for axe, quiet, no wider than 320 px, a picture of each;
// and the same road without scripts.
import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { citizen, official } from './support/desk';
import { listen, lookTwice } from './support/page';

const PASSWORD = 'cong-mot-cua-2026';

async function see(page: Page, info: TestInfo, address: string, name: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('h1')).toBeVisible();
  await lookTwice(page, info, `i-${name}`);
}

/** Sends the last form of the page as it stands, and looks at what is said. */
async function sendEmpty(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.locator('main form[method="post"]').last().locator('button[type="submit"], button:not([type])').last().click();
  await expect(page.locator('.govuk-error-summary, .mc-flash, [role="alert"]').first()).toBeVisible();
  await lookTwice(page, info, `i-${name}-errors`);
}

test('strangers: the doors', async ({ page }, info) => {
  test.skip(info.project.name !== 'desktop', 'each page is looked at in both widths');
  const { expectQuiet } = listen(page);
  await see(page, info, '/dang-nhap', 'sign-in');
  await page.getByLabel('Địa chỉ e-mail').fill('khong.co@example.vn');
  await page.locator('input[name="password"]').fill('khong phai mat khau');
  await page.locator('form[action="/dang-nhap"]').getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await lookTwice(page, info, 'i-sign-in-errors');
  await see(page, info, '/dang-ky', 'sign-up');
  await sendEmpty(page, info, 'sign-up');
  await see(page, info, '/quen-mat-khau', 'recovery');
  await sendEmpty(page, info, 'recovery');
  await page.getByLabel(/e-mail/i).first().fill('khong.co@example.vn');
  await page.locator('main form[method="post"]').last().locator('button').last().click();
  await expect(page).toHaveURL(/da-gui$/);
  await lookTwice(page, info, 'i-recovery-sent');
  expectQuiet();
  // What is not there answers 404, which a browser says aloud.
  await see(page, info, '/quen-mat-khau/dat-lai/khong-co', 'recovery-no-link');
  await see(page, info, '/dang-ky/xac-nhan/khong-co', 'sign-up-no-link');
});

test('a citizen: what belongs to the account', async ({ browser }, info) => {
  test.skip(info.project.name !== 'desktop', 'each page is looked at in both widths');
  const page = await citizen(browser, info, 'nguyen.van.mau', '/tai-khoan');
  const { expectQuiet } = listen(page);
  await lookTwice(page, info, 'i-account');
  const pages = ['thong-tin', 'mat-khau', 'email', 'thiet-bi', 'khoa', 'khoa/them', 'lien-ket', 'hai-buoc', 'hai-buoc/bat', 'cach-bao', 'ai-da-xem', 'du-lieu', 'dong'];
  for (const one of pages) await see(page, info, `/tai-khoan/${one}`, `account-${one.replace('/', '-')}`);
  for (const one of ['mat-khau', 'email', 'khoa/them', 'dong']) {
    await page.goto(`/tai-khoan/${one}`);
    await sendEmpty(page, info, `account-${one.replace('/', '-')}`);
  }
  expectQuiet();
});

test('an administrator: the words of letters', async ({ browser }, info) => {
  test.skip(info.project.name !== 'desktop', 'each page is looked at in both widths');
  const page = await official(browser, info, 'quantri', '/quan-tri/mau-thong-bao');
  const { expectQuiet } = listen(page);
  await lookTwice(page, info, 'i-letters');
  await page.locator('main table a').nth(1).click();
  await lookTwice(page, info, 'i-letter');
  await page.getByRole('button', { name: 'Xem thử' }).click();
  await lookTwice(page, info, 'i-letter-preview');
  await page.locator('main textarea').first().fill('Hồ sơ {ma} đã nhận');
  await page.getByRole('button', { name: 'Lưu, dùng ngay' }).click();
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await lookTwice(page, info, 'i-letter-errors');
  await page.locator('main textarea').first().fill('Hồ sơ {code} đã nhận');
  await page.getByLabel('Lý do').fill('Gọn hơn');
  await page.getByRole('button', { name: 'Lưu, dùng ngay' }).click();
  await expect(page.locator('.mc-flash--success')).toBeVisible();
  await lookTwice(page, info, 'i-letter-kept');
  expectQuiet();
});

test('without scripts one comes in, changes the password and goes', async ({ page }, info) => {
  test.skip(info.project.name !== 'nojs', 'the other projects have scripts');
  const next = 'năm con cá vàng bơi';
  const signIn = async (password: string) => {
    await page.goto('/dang-nhap?tiep=/tai-khoan');
    await page.getByLabel('Địa chỉ e-mail').fill('tran.thi.thu@example.vn');
    await page.locator('input[name="password"]').fill(password);
    await page.locator('form[action="/dang-nhap"]').getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await expect(page).toHaveURL(/\/tai-khoan$/);
  };
  const change = async (from: string, to: string) => {
    await page.goto('/tai-khoan/mat-khau');
    const boxes = page.locator('main input[type="password"]');
    await boxes.nth(0).fill(from);
    for (let nth = 1; nth < await boxes.count(); nth += 1) await boxes.nth(nth).fill(to);
    await page.locator('main form[method="post"]').last().locator('button').last().click();
    await expect(page.locator('.govuk-error-summary')).toHaveCount(0);
  };
  await signIn(PASSWORD);
  await change(PASSWORD, next);
  await page.context().clearCookies();
  await signIn(next);
  await page.goto('/tai-khoan/thiet-bi');
  await expect(page.locator('main')).toContainText('thiết bị');
  await change(next, PASSWORD);
});
