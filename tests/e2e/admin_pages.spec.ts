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
    ['/quan-tri/nhat-ky', 'audit'], ['/can-bo/thu-chua-gui', 'dead-letters'], [service, 'service'],
  ]) await see(page, info, path, name);
  await page.locator(`main form[action="${service}/ban-nhap"] button`).first().click();
  await expect(page).toHaveURL(/ban-nhap/);
  await see(page, info, `${service}/ban-nhap`, 'draft');
  const parts = await page.locator(`main a[href*="/phan/"]`).evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))]);
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts) await see(page, info, part, `part-${part.split('/').pop()}`);
  for (const page_ of ['cong-bo', 'lich-su', 'tep', 'bo']) await see(page, info, `${service}/ban-nhap/${page_}`, `draft-${page_}`);
  await see(page, info, `${service}/ban-nhap/xem-thu/nguoi-yeu-cau`, 'draft-preview');
  await page.goto(parts[0]);
  const item = await page.locator(`main a[href*="${parts[0]}/"]`).first().getAttribute('href');
  if (item) await see(page, info, item, 'draft-item');
  expectQuiet();
});
