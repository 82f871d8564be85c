// Every page of those who administer the portal, at a desk and on a telephone.
import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { official } from './support/desk';
import { listen, lookTwice } from './support/page';

const SERVICE = 'ban-sao-trich-luc';

async function see(page: Page, info: TestInfo, address: string, name: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('h1')).toBeVisible();
  await lookTwice(page, info, `a-${name}`);
}

test('services, a draft of one with its preview, and what is watched over', async ({ browser }, info) => {
  test.skip(info.project.name !== 'desktop', 'each page is looked at in both widths');
  const page = await official(browser, info, 'quantri', '/quan-tri');
  const { expectQuiet } = listen(page);
  const service = `/quan-tri/dich-vu/${SERVICE}`;
  for (const [path, name] of [
    ['/quan-tri', 'home'], ['/quan-tri/dich-vu', 'services'], ['/quan-tri/he-thong', 'system'], ['/quan-tri/viec-nen', 'jobs'],
    ['/quan-tri/nhat-ky', 'audit'], ['/quan-tri/lich?nam=2027', 'calendar'], ['/quan-tri/lich/them-ngay', 'calendar-day'],
    ['/quan-tri/lich/gio', 'calendar-hours'], ['/quan-tri/lich/nhap?nam=2027', 'calendar-list'], ['/quan-tri/lich/cong-bo?nam=2027', 'calendar-announce'],
    ['/quan-tri/lich/bo-ngay?ngay=2026-11-24', 'calendar-remove'], ['/quan-tri/co-quan', 'organisation'], ['/quan-tri/co-quan/H44.148', 'agency'],
    ['/quan-tri/co-quan/H44.148/them-can-bo', 'appoint'], ['/quan-tri/nhap-can-bo', 'members-list'],
    ['/can-bo/thu-chua-gui', 'dead-letters'], [service, 'service'],
  ]) await see(page, info, path, name);
  await page.locator('main').getByRole('button', { name: 'Soạn phiên bản mới' }).or(page.getByRole('link', { name: 'Tiếp tục soạn' })).first().click();
  await expect(page).toHaveURL(/ban-nhap/);
  await see(page, info, `${service}/ban-nhap`, 'draft');
  const file = await page.locator('main a[href*="/ban-nhap/tep"]').first().getAttribute('href');
  await see(page, info, file!, 'draft-file');
  await page.goto(`${service}/ban-nhap`);
  const parts = await page.locator(`main a[href*="/phan/"]`).evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))]);
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts) await see(page, info, part, `part-${part.split('/').pop()}`);
  for (const page_ of ['cong-bo', 'lich-su', 'bo']) await see(page, info, `${service}/ban-nhap/${page_}`, `draft-${page_}`);
  await see(page, info, `${service}/ban-nhap/xem-thu/nguoi-yeu-cau`, 'draft-preview');
  for (const part of ['form', 'steps']) {
    await page.goto(`${service}/ban-nhap/phan/${part}`);
    await page.locator('main .mc-parts a').first().click();
    await lookTwice(page, info, `a-item-${part}`);
  }
  expectQuiet();
});
