// The pages beside the road to a receipt: account, notices, drafts, what is offered again, what went wrong.
import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { apply } from './support/apply';
import { begin, citizen, official, open, pressAt, send } from './support/desk';
import { example } from './support/form';
import { listen, lookTwice } from './support/page';
import { person } from './support/people';

const COPY = { ...example('ban-sao-trich-luc', '01-ban-sao-khai-sinh-cua-minh'), commune: '07900' };

test.beforeEach(({}, info) => {
  test.skip(info.project.name !== 'desktop', 'each page is looked at in both widths');
});

async function see(page: Page, info: TestInfo, address: string, name: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('h1')).toBeVisible();
  await lookTwice(page, info, `c-${name}`);
}

/** Sends the last form of the page as it stands, which is not enough. */
async function sendEmpty(page: Page, info: TestInfo, name: string): Promise<void> {
  await page.locator('main form[method="post"]').last().locator('button[type="submit"], button:not([type])').last().click();
  await expect(page.locator('.govuk-error-summary')).toBeVisible();
  await lookTwice(page, info, `c-${name}-errors`);
}

test('the account, and what the portal tells', async ({ browser }, info) => {
  const page = await citizen(browser, info, 'tran.thi.thu');
  const { expectQuiet } = listen(page);
  await apply(page, COPY, { look: async () => {} });
  await see(page, info, '/tai-khoan', 'account');
  for (const [path, name] of [['thong-tin', 'details'], ['mat-khau', 'password'], ['email', 'email'], ['hai-buoc', 'second-factor'], ['dong', 'close']]) {
    await see(page, info, `/tai-khoan/${path}`, `account-${name}`);
  }
  await page.goto('/tai-khoan/mat-khau');
  await sendEmpty(page, info, 'account-password');
  await page.goto('/tai-khoan/thong-tin');
  await page.locator('[name="phone"]').fill('12');
  await sendEmpty(page, info, 'account-details');
  await page.goto('/tai-khoan/hai-buoc');
  await page.getByRole('button', { name: 'Bắt đầu cài đặt' }).click();
  await lookTwice(page, info, 'c-account-second-factor-set-up');
  for (const [path, name] of [['thiet-bi', 'devices'], ['ai-da-xem', 'readers'], ['du-lieu', 'data'], ['cach-bao', 'ways']]) {
    await see(page, info, `/tai-khoan/${path}`, `account-${name}`);
  }
  await expect(async () => {
    await page.goto('/tai-khoan/thong-bao');
    await expect(page.locator('.mc-told--new').first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await lookTwice(page, info, 'c-notices');
  await page.locator('main .mc-told a').first().click();
  await lookTwice(page, info, 'c-notice');
  expectQuiet();
});

test('what one has: drafts, dossiers, what is offered again', async ({ browser }, info) => {
  const page = await citizen(browser, info, 'tran.thi.thu');
  const { expectQuiet } = listen(page);
  const code = await apply(page, COPY, { look: async () => {} });
  await see(page, info, `/ho-so/${code}/da-nop`, 'receipt');
  await see(page, info, `/ho-so/${code}`, 'dossier');
  await see(page, info, `/ho-so/${code}/rut`, 'withdraw');
  await see(page, info, `/ho-so/${code}/thong-bao`, 'told');
  await page.goto('/nop/ban-sao-trich-luc');
  await page.locator('main form[method="post"]').getByRole('button').last().click();
  await page.waitForURL(/ban-nhap/);
  await lookTwice(page, info, 'c-agency');
  const draft = new URL(page.url()).pathname.replace(/\/[^/]+$/, '');
  await see(page, info, `${draft}/nguoi-yeu-cau`, 'reuse');
  await expect(page.getByRole('button', { name: 'Dùng lại thông tin này' })).toBeVisible();
  await see(page, info, `${draft}/cac-phan`, 'parts');
  await see(page, info, `${draft}/kiem-tra`, 'review-empty');
  await page.getByRole('button', { name: /^Nộp hồ sơ/ }).click();
  await expect(page.locator('.govuk-error-summary')).toBeVisible();
  await lookTwice(page, info, 'c-review-missing');
  await see(page, info, '/nop/ban-sao-trich-luc', 'begin-with-draft');
  await see(page, info, '/dich-vu/ban-sao-trich-luc', 'service-with-draft');
  await see(page, info, '/ho-so', 'mine');
  await see(page, info, `${draft}/xoa`, 'discard');
  await page.goto(`/ho-so/${code}`);
  await page.locator('main form[action$="nop-lai"] button').click();
  await lookTwice(page, info, 'c-again');
  expectQuiet();
});

test('a dossier on its way: accepted, in question, refused', async ({ browser }, info) => {
  const page = await citizen(browser, info, 'nguyen.van.mau');
  const marital = { ...example('xac-nhan-tinh-trang-hon-nhan', '01-doc-than-de-ket-hon'), commune: '07900' };
  const codes = [await apply(page, marital, { look: async () => {} }), await apply(page, COPY, { look: async () => {} })];
  const desk = await official(browser, info, 'motcua.viettri');
  const examiner = await official(browser, info, 'hotich.viettri');
  const chair = await official(browser, info, 'chutich.viettri');
  const { expectQuiet } = listen(page);
  await pressAt(desk, codes[0], 'Tiếp nhận', /^Chuyển bước/);
  await see(page, info, `/ho-so/${codes[0]}`, 'dossier-accepted');
  await see(page, info, `/ho-so/${codes[0]}/rut`, 'ask-withdrawal');
  await page.locator('textarea').fill('Tôi hoãn cưới sang năm sau.');
  await page.locator('main form[method="post"] button').first().click();
  await lookTwice(page, info, 'c-dossier-withdrawal-asked');
  await open(desk, codes[0]);
  await begin(desk, 'Không đồng ý');
  await desk.locator('textarea').fill('Kết quả đã được ký, chỉ còn chờ trả.');
  await send(desk, /^Gửi lý do/);
  await open(chair, codes[0]);
  await begin(chair, 'Dừng giải quyết');
  await chair.locator('textarea').fill('Chờ Tòa án trả lời về quyết định ly hôn; giải quyết tiếp khi có văn bản.');
  await send(chair, /^Dừng/);
  await see(page, info, `/ho-so/${codes[0]}`, 'dossier-stopped');
  await open(chair, codes[0]);
  await begin(chair, 'Tiếp tục');
  await send(chair, /^Tiếp tục/);
  await open(examiner, codes[0]);
  await begin(examiner, 'Từ chối');
  await examiner.locator('textarea').fill('Sổ đăng ký cho thấy bạn đã kết hôn năm 2019. Nếu đã ly hôn, bạn nộp lại kèm bản án.');
  await send(examiner, /^Từ chối/);
  await see(page, info, `/ho-so/${codes[0]}`, 'dossier-refused');

  await pressAt(desk, codes[1], 'Tiếp nhận', /^Chuyển bước/);
  await open(examiner, codes[1]);
  await begin(examiner, 'Yêu cầu nộp');
  await send(examiner, /^Gửi yêu cầu/);
  await see(page, info, `/ho-so/${codes[1]}`, 'dossier-to-pay');
  await see(page, info, '/ho-so', 'mine-much');
  expectQuiet();
});

test('before one has an account, and when something is not there', async ({ browser }, info) => {
  const page = await person(browser, info);
  for (const [path, name] of [
    ['/', 'home'], ['/dich-vu', 'catalogue'], ['/dich-vu?q=khong+co+gi+nhu+the', 'nothing-found'], ['/tra-cuu', 'tracking'], ['/xac-minh', 'verify'],
    ['/dang-nhap', 'sign-in'], ['/dang-ky', 'sign-up'], ['/quen-mat-khau', 'forgotten'], ['/tro-giup', 'help'], ['/bao-ve-du-lieu', 'privacy'],
    ['/kha-nang-tiep-can', 'accessibility'], ['/khong-co-trang-nay', 'not-found'], ['/tim-mot-cua', 'counter'],
  ]) await see(page, info, path, name);
  await page.goto('/dang-ky');
  await sendEmpty(page, info, 'sign-up');
  await page.goto('/dang-nhap');
  await sendEmpty(page, info, 'sign-in');
  await page.goto('/tra-cuu');
  await sendEmpty(page, info, 'tracking');
});
