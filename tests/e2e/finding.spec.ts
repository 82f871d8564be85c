// From a need to the page where it is met: search, filters, pages, what is not offered here, one's one-stop shop.
import { expect, test, type Page } from '@playwright/test';
import { listen, look } from './support/page';

test('a need leads to its page, with keyboard alone', async ({ page }, info) => {
  const { expectQuiet } = listen(page);
  await page.goto('/');
  await look(page, info, '40-home');
  await focusByTab(page, '#q');
  await page.keyboard.type('lam so do');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('lam so do');
  await look(page, info, '41-found');
  await focusByTab(page, '.mc-list__title a');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('chưa nộp được trên cổng này');
  await look(page, info, '42-told-only');
  expectQuiet();
});

test('filters and pages stay in the address and go back', async ({ page }, info) => {
  await page.goto('/dich-vu');
  await page.getByLabel('Lĩnh vực').selectOption({ value: 'Thuế' });
  await page.getByLabel('Cấp thực hiện').selectOption({ label: 'Cấp tỉnh' });
  await page.getByRole('button', { name: 'Lọc' }).click();
  await expect(page).toHaveURL(/linh-vuc=.*cap=province/);
  const first = await page.locator('.mc-list .mc-code').allTextContents();
  await page.getByRole('link', { name: 'Trang sau' }).click();
  await expect(page).toHaveURL(/sau=/);
  await look(page, info, '43-second-page');
  await page.getByRole('link', { name: 'Trang trước' }).click();
  expect(await page.locator('.mc-list .mc-code').allTextContents()).toEqual(first);
});

test('every event of life and every place has an answer', async ({ page }, info) => {
  await page.goto('/');
  await expect(page.locator('.mc-tile')).toHaveCount(8);
  await page.locator('.mc-tile', { hasText: 'Cư trú' }).click();
  await expect(page.locator('main')).toContainText('Đăng ký thường trú');
  await look(page, info, '44-event');
  await page.goto('/tim-mot-cua');
  await page.getByLabel('Tên xã, phường').fill('yen mong');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('Trước đây là Xã Yên Mông');
  await look(page, info, '45-one-stop-shop');
});

test('who only reads gets no cookie', async ({ page, context }) => {
  for (const path of ['/', '/dich-vu?q=khai+sinh', '/dich-vu/khai-sinh', '/dich-vu/1.004222', '/tim-mot-cua']) await page.goto(path);
  expect(await context.cookies()).toEqual([]);
});

/** Presses Tab until the element has the focus, as somebody without a mouse does. */
async function focusByTab(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector).catch(() => false);
    if (there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} cannot be reached by Tab`);
}
