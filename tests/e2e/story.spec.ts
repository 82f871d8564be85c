// The main job: a citizen asks for a certificate of marital status, a ward handles it, both are told.
import { expect, test, type Browser, type Page, type TestInfo } from '@playwright/test';
import { apply } from './support/apply';
import { open, press } from './support/desk';
import { example } from './support/form';
import { listen, look, pictureForDocs } from './support/page';
import { aPdf, aPhoto } from './support/files';
import { person, signedIn } from './support/people';

const SERVICE = 'xac-nhan-tinh-trang-hon-nhan';

test('a citizen gets a certificate of marital status', async ({ browser }, info) => {
  const citizen = await person(browser, info);
  const { expectQuiet } = listen(citizen);
  const mail = `moi.${info.project.name}.${Date.now()}@example.vn`;

  await findTheService(citizen, info);
  await signUp(citizen, info, mail);
  const code = await apply(citizen, example(SERVICE, '01-doc-than-de-ket-hon'), {
    look: async (name) => {
      await look(citizen, info, `08-${name}`);
      if (info.project.name === 'phone' && name === 'step-03') await pictureForDocs(citizen, 'citizen-form');
    },
    files: (page) => giveFiles(page, info),
  });
  await expectLetter(citizen, mail, /đăng ký thành công|đã được nộp|đã nhận/i);

  const desk = await signedIn(browser, info, 'motcua.viettri', '/can-bo');
  const examiner = await signedIn(browser, info, 'hotich.viettri', '/can-bo');
  const chair = await signedIn(browser, info, 'chutich.viettri', '/can-bo');
  const clerk = await signedIn(browser, info, 'vanthu.viettri', '/can-bo');

  await look(desk, info, '20-inbox');
  if (info.project.name === 'desktop') await pictureForDocs(desk, 'one-stop-inbox', false);
  await open(desk, code);
  await look(desk, info, '21-workbench-new');
  await press(desk, 'Tiếp nhận');
  await expectLetter(citizen, mail, /đã được tiếp nhận/i);
  await press(desk, /^Chuyển bước/);

  await open(examiner, code);
  await askForASupplement(examiner, info);
  await answerTheSupplement(citizen, info, code);

  await open(examiner, code);
  await look(examiner, info, '23-workbench-supplement');
  await press(examiner, /xử lý tiếp/);
  await press(examiner, /^Chuyển bước/);
  await press(examiner, /^Chuyển bước/);

  await open(chair, code);
  await press(chair, 'Ký duyệt');
  await issue(clerk, info, code);
  await expectLetter(citizen, mail, /kết quả/i);
  await collect(citizen, info, code);
  await track(browser, info, code);
  await handOver(desk, info, code);

  await citizen.goto('/ho-so');
  await look(citizen, info, '14-my-dossiers');
  expectQuiet();
});

async function findTheService(page: Page, info: TestInfo): Promise<void> {
  await page.goto('/');
  await look(page, info, '01-home');
  await page.getByRole('searchbox').first().fill('xac nhan doc than');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('1.004873');
  await look(page, info, '02-catalogue');
  await page.locator('main .mc-list__title a, main h2 a').first().click();
  await expect(page).toHaveURL(new RegExp(`/dich-vu/${SERVICE}`));
  await look(page, info, '03-service');
}

async function signUp(page: Page, info: TestInfo, mail: string): Promise<void> {
  await page.goto('/dang-ky');
  await look(page, info, '04-sign-up');
  await page.getByLabel('Họ, chữ đệm và tên').fill('Nguyễn Thị Hồng Ánh');
  await page.getByLabel('E-mail').fill(mail);
  await page.getByLabel('Số điện thoại').fill('0912 345 678');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('một cửa thân thiện');
  await page.locator('main form').getByRole('button', { name: /Đăng ký|Tạo tài khoản/ }).click();
  await look(page, info, '05-sign-up-sent');
  await openLetter(page, mail, /xác nhận/i);
  await page.locator('.mc-letter a').first().click();
  const confirm = page.locator('main form[method="post"]').getByRole('button');
  if (await confirm.count()) await confirm.first().click();
  await page.goto('/dang-nhap?tiep=/ho-so');
  await look(page, info, '06-sign-in');
  await page.getByLabel('E-mail').fill(mail);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('một cửa thân thiện');
  await page.locator('main form').getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page).toHaveURL(/\/ho-so/);
}

async function giveFiles(page: Page, info: TestInfo): Promise<void> {
  const inputs = page.locator('input[type="file"]');
  await inputs.nth(0).setInputFiles([aPhoto('anh-chup.png')]);
  if (info.project.name === 'nojs') return;
  await expect(page.locator('.mc-file')).toHaveCount(1);
  await inputs.nth(1).setInputFiles([aPdf('ban-quet.pdf')]);
  await expect(page.locator('.mc-file')).toHaveCount(2);
  await look(page, info, '08-step-files');
}

async function askForASupplement(page: Page, info: TestInfo): Promise<void> {
  await page.getByRole('link', { name: 'Yêu cầu bổ sung' }).click();
  await page.locator('input[name="items"][value^="field:partner.place"]').check({ force: true });
  await page.getByLabel(/Lý do/).fill('Ghi rõ phường nơi dự định đăng ký kết hôn.');
  await look(page, info, '22-ask-supplement');
  await page.getByRole('button', { name: /Gửi yêu cầu/ }).click();
  await expect(page.locator('.mc-flash')).toContainText('Đã gửi yêu cầu');
}

async function answerTheSupplement(page: Page, info: TestInfo, code: string): Promise<void> {
  await page.goto(`/ho-so/${code}`);
  await look(page, info, '11-dossier-supplement');
  await page.goto(`/ho-so/${code}/bo-sung`);
  await look(page, info, '12-supplement');
  await page.locator('main form[method="post"] :is(input[type="text"], textarea)').first().fill('UBND phường Nông Trang, tỉnh Phú Thọ');
  await page.getByRole('button', { name: /Gửi bổ sung/ }).click();
  await expect(page).toHaveURL(new RegExp(`/ho-so/${code}`));
}

async function issue(page: Page, info: TestInfo, code: string): Promise<void> {
  await open(page, code);
  await page.getByRole('link', { name: 'Ban hành kết quả' }).click();
  await page.getByLabel('Số, ký hiệu').fill('12/UBND-XNTTHN');
  await page.getByLabel('Người ký').fill('Hoàng Văn Ký, Chủ tịch');
  await page.getByLabel(/Văn bản kết quả/).setInputFiles([aPdf('ket-qua.pdf')]);
  await look(page, info, '24-issue');
  if (info.project.name === 'desktop') await pictureForDocs(page, 'clerk-issue');
  await page.getByRole('button', { name: /Ban hành/ }).click();
  await expect(page.locator('.mc-flash--success')).toBeVisible();
}

async function collect(page: Page, info: TestInfo, code: string): Promise<void> {
  await page.goto(`/ho-so/${code}`);
  await look(page, info, '13-dossier-result');
  const answer = await page.request.get(`/ho-so/${code}/ket-qua`);
  expect(answer.status()).toBe(200);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

async function track(browser: Browser, info: TestInfo, code: string): Promise<void> {
  const page = await person(browser, info);
  await page.goto('/tra-cuu');
  await page.getByLabel(/Mã hồ sơ/).fill(code);
  await page.getByLabel(/4 số cuối/).fill('5678');
  await page.locator('main form').getByRole('button', { name: /Tra cứu/ }).click();
  await expect(page.locator('main')).toContainText(code);
  await expect(page.locator('main')).not.toContainText('Ánh');
  await look(page, info, '15-tracking');
}

async function handOver(page: Page, info: TestInfo, code: string): Promise<void> {
  await open(page, code);
  await page.getByRole('link', { name: 'Trả kết quả', exact: true }).click();
  await look(page, info, '25-hand-over');
  await page.getByRole('button', { name: /Ghi nhận/ }).click();
  await expect(page.locator('.mc-flash--success')).toBeVisible();
  await look(page, info, '26-workbench-ended');
}

async function openLetter(page: Page, mail: string, subject: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto('/hop-thu');
    const letter = page.locator('.mc-list__item').filter({ hasText: mail }).filter({ hasText: subject }).first();
    await letter.getByRole('link').click({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

async function expectLetter(page: Page, mail: string, subject: RegExp): Promise<void> {
  const here = page.url();
  await openLetter(page, mail, subject);
  await page.goto(here);
}
