// The people of the demonstration, each in a browser of his own.
import { type Browser, type Page, type TestInfo } from '@playwright/test';

const PASSWORD = 'cong-mot-cua-2026';

interface Screen { width: number; height: number }

/** A browser of one's own, as large as the project says or as somebody's screen. */
export async function person(browser: Browser, info: TestInfo, screen?: Screen): Promise<Page> {
  const context = await browser.newContext({ ...info.project.use, ...(screen && { viewport: screen }) });
  return context.newPage();
}

/** Somebody of the demonstration, signed in: `nguyen.van.mau`, `motcua.viettri`. */
export async function signedIn(browser: Browser, info: TestInfo, name: string, to: string, screen?: Screen): Promise<Page> {
  const page = await person(browser, info, screen);
  await page.goto(`/dang-nhap?tiep=${to}`);
  await page.getByLabel('E-mail').fill(`${name}@example.vn`);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.goto(to);
  return page;
}
