// From the home page to the receipt without a mouse; and the same road for eyes that need everything twice as large.
import { expect, test, type Page } from '@playwright/test';
import { example } from './support/form';
import { answerByKeyboard, go, reach, type } from './support/keyboard';
import { listen, look } from './support/page';
import { person } from './support/people';

const EXAMPLE = example('ban-sao-trich-luc', '01-ban-sao-khai-sinh-cua-minh');

test('by keyboard alone, from home to the receipt', async ({ browser }, info) => {
  test.skip(info.project.name === 'phone', 'telephones have no Tab key; at a desk, with scripts and without');
  const page = await person(browser, info);
  const { expectQuiet } = listen(page);
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.locator('.govuk-skip-link'), 'the first stop leads past the menu').toBeFocused();
  await reach(page, 'the search', (at) => at.type === 'search');
  await page.keyboard.insertText('trich luc khai sinh');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await go(page, 'Xin bản sao giấy khai sinh, trích lục hộ tịch');
  await go(page, 'Bắt đầu nộp hồ sơ');
  await signIn(page);
  await expect(page).toHaveURL(/\/nop\/ban-sao-trich-luc$/);
  await go(page, /^Bắt đầu|^Bắt đầu hồ sơ mới/);
  for (let step = 0; step < 12 && !page.url().endsWith('/kiem-tra'); step += 1) {
    if (page.url().endsWith('/cac-phan')) await go(page, 'Làm tiếp');
    if (page.url().endsWith('/noi-nop')) await chooseCommune(page);
    await answerByKeyboard(page, EXAMPLE.answers);
  }
  await expect(page).toHaveURL(/kiem-tra$/);
  await go(page, 'Nộp hồ sơ');
  await expect(page).toHaveURL(/da-nop$/);
  await expect(page.locator('main')).toContainText(/H44\.\d+-\d{6}-\d{4}/);
  await look(page, info, '60-receipt-by-keyboard');
  expectQuiet();
});

test('with letters twice as large nothing is cut off or runs out of the page', async ({ browser }, info) => {
  test.skip(info.project.name === 'nojs', 'the size of letters has nothing to do with scripts');
  const page = await person(browser, info);
  await page.goto('/dang-nhap?tiep=/ho-so');
  await signIn(page);
  await page.goto('/nop/ban-sao-trich-luc');
  await page.locator('main form[method="post"]').getByRole('button').last().click();
  await page.waitForURL(/ban-nhap/);
  const draft = new URL(page.url()).pathname.replace(/\/[^/]+$/, '');
  const steps = ['noi-nop', 'nguoi-yeu-cau', 'noi-cu-tru', 'tep', 'kiem-tra', 'cac-phan'].map((step) => `${draft}/${step}`);
  for (const address of ['/', '/dich-vu', '/dich-vu/ban-sao-trich-luc', '/nop/ban-sao-trich-luc', ...steps, '/ho-so', '/tra-cuu']) {
    await page.goto(address);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    expect(await tooWide(page), `${address} with letters twice as large`).toEqual([]);
  }
});

async function signIn(page: Page): Promise<void> {
  await expect(page).toHaveURL(/dang-nhap/);
  await type(page, 'email', 'tran.thi.thu@example.vn');
  await type(page, 'password', 'cong-mot-cua-2026');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function chooseCommune(page: Page): Promise<void> {
  await type(page, 'tim', 'viet tri');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await reach(page, 'the commune', (at) => at.name === 'agency');
  await page.keyboard.press('Space');
}

/** What runs out of the page to the right. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide <= 0) return [];
    const culprits = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1);
    return [`${wide}px`, ...culprits.slice(0, 5).map((e) => `${e.tagName.toLowerCase()}.${e.className}`)];
  });
}
