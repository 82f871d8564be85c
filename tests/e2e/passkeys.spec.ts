// A passkey from making it to coming in with it, on a virtual device in the browser.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const EMAIL = 'tran.thi.thu@example.vn';
const PASSWORD = 'cong-mot-cua-2026';

interface Device { id: string; present: (verified: boolean) => Promise<void>; keys: () => Promise<number> }

async function device(page: Page): Promise<Device> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2' as const, transport: 'internal' as const, hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
  return {
    id: authenticatorId,
    present: async (isUserVerified) => void (await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })),
    keys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
}

async function clean(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map((violation) => violation.id)).toEqual([]);
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Địa chỉ e-mail').fill(EMAIL);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.locator('form[action="/dang-nhap"]').getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page).toHaveURL(/\/ho-so$/);
}

test('a passkey is made, opens the account, and is taken away', async ({ page }) => {
  test.skip(test.info().project.name === 'nojs', 'passkeys need scripts');
  const key = await device(page);
  await signIn(page);
  await page.goto('/tai-khoan/khoa');
  await clean(page);
  await page.getByRole('link', { name: 'Thêm khóa truy cập' }).click();
  await page.getByLabel('Tên thiết bị').fill(`Máy ${test.info().project.name}`);
  await page.locator('input[name="password"]').fill(PASSWORD);
  await clean(page);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await clean(page);
  await page.screenshot({ path: `test-results/passkey-new-${test.info().project.name}.png`, fullPage: true });
  await page.getByRole('button', { name: 'Tạo khóa trên thiết bị này' }).click();
  await expect(page.getByText('Đã thêm khóa truy cập.')).toBeVisible();
  expect(await key.keys()).toBe(1);
  await page.screenshot({ path: `test-results/passkey-list-${test.info().project.name}.png`, fullPage: true });

  await page.context().clearCookies();
  await page.goto('/dang-nhap?tiep=/tai-khoan/khoa');
  await expect(page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' })).toBeVisible();
  await page.screenshot({ path: `test-results/passkey-sign-in-${test.info().project.name}.png`, fullPage: true });
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
  await key.present(false);
  await page.getByRole('button', { name: 'Mở bằng khóa truy cập' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Hãy bấm nút để thử lại' })).toBeVisible();
  await key.present(true);
  await page.getByRole('button', { name: 'Mở bằng khóa truy cập' }).click();
  await expect(page).toHaveURL(/\/tai-khoan\/khoa$/);
  await expect(page.getByText('Dùng lần cuối')).toBeVisible();

  await page.getByRole('link', { name: /^Xóa/ }).click();
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Xóa khóa này' }).click();
  await expect(page.getByText('Đã xóa khóa truy cập.')).toBeVisible();
  await page.context().clearCookies();
  await page.goto('/dang-nhap');
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
  await page.getByRole('button', { name: 'Mở bằng khóa truy cập' }).click();
  await expect(page.getByText('Chưa đăng nhập được bằng khóa truy cập.')).toBeVisible();
});

test('without scripts nothing is offered that needs them', async ({ page }) => {
  test.skip(test.info().project.name !== 'nojs', 'the other projects have scripts');
  await page.goto('/dang-nhap');
  await expect(page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' })).toBeHidden();
});
