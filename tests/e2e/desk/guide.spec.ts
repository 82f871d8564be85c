// The pictures of docs/officials/huong-dan-can-bo.md: a morning at the desk of a ward.
import { expect, test, type Browser, type Page, type TestInfo } from '@playwright/test';
import { apply } from '../support/apply';
import { begin, citizen, official, open, pressAt, send } from '../support/desk';
import { aPdf } from '../support/files';
import { example, firstExamples } from '../support/form';
import { pictureForDocs, PHONE } from '../support/page';

const FORWARD = /^Chuyển bước/;
const OTHERS = ['chung-thuc-ban-sao', 'ho-tro-mai-tang', 'cap-phep-xay-dung-nha-o', 'khai-tu', 'ban-sao-trich-luc'];

test('the guide for officials shows what they will see', async ({ browser }, info) => {
  test.skip(info.project.name !== 'desktop', 'officials sit at a desk');
  const codes = await aMorning(browser, info);
  const [desk, examiner, chair, clerk] = await Promise.all(
    ['motcua', 'hotich', 'chutich', 'vanthu'].map((name) => official(browser, info, `${name}.viettri`)),
  );
  await lists(desk, codes);
  const code = codes[0];
  await open(desk, code);
  await pictureForDocs(desk, 'desk-accept', false);
  await pressAt(desk, code, 'Tiếp nhận', FORWARD);
  await askForASupplement(examiner, code);
  await putOff(chair, code);
  await pressAt(examiner, code, FORWARD, FORWARD);
  await pressAt(chair, code, 'Ký duyệt');
  await issueAndReturn(clerk, desk, code);
});

/** What has come in: one dossier to follow, and others around it. */
async function aMorning(browser: Browser, info: TestInfo): Promise<string[]> {
  const person = await citizen(browser, info, 'nguyen.van.mau');
  const followed = example('xac-nhan-tinh-trang-hon-nhan', '01-doc-than-de-ket-hon');
  const all = [followed, ...firstExamples().filter(({ slug }) => OTHERS.includes(slug))];
  const codes: string[] = [];
  for (const each of all) codes.push(await apply(person, { ...each, commune: '07900' }, { look: async () => {} }));
  const desk = await official(browser, info, 'motcua.viettri');
  for (const code of codes.slice(1, 4)) await pressAt(desk, code, 'Tiếp nhận');
  return codes;
}

async function lists(desk: Page, codes: string[]): Promise<void> {
  const size = desk.viewportSize()!;
  await desk.goto('/can-bo');
  await pictureForDocs(desk, 'desk-inbox', false);
  await desk.setViewportSize(PHONE);
  await pictureForDocs(desk, 'desk-inbox-phone', false);
  await desk.setViewportSize(size);
  for (const code of codes.slice(0, 3)) await desk.getByLabel(`Chọn hồ sơ ${code}`).check();
  await desk.getByRole('button', { name: 'Chuyển bước tiếp' }).click();
  await pictureForDocs(desk, 'desk-batch', false);
  await desk.goto('/can-bo/so-theo-doi');
  await pictureForDocs(desk, 'desk-register', false);
}

async function askForASupplement(page: Page, code: string): Promise<void> {
  await open(page, code);
  await begin(page, 'Yêu cầu bổ sung');
  await page.locator('input[name="items"][value^="field:partner.place"]').check({ force: true });
  await page.getByLabel(/Lý do/).fill('Ghi rõ phường nơi bạn dự định đăng ký kết hôn.');
  await page.locator('h1').scrollIntoViewIfNeeded();
  await pictureForDocs(page, 'desk-supplement');
}

async function putOff(page: Page, code: string): Promise<void> {
  await open(page, code);
  await begin(page, /hẹn lại/);
  await page.getByLabel('Lý do chậm').fill('Phường nơi bạn cư trú trước đây chưa trả lời về tình trạng hôn nhân trong thời gian đó.');
  await pictureForDocs(page, 'desk-extend', false);
}

async function issueAndReturn(clerk: Page, desk: Page, code: string): Promise<void> {
  await open(clerk, code);
  await begin(clerk, 'Ban hành kết quả');
  await clerk.getByLabel('Số, ký hiệu').fill('12/UBND-XNTTHN');
  await clerk.getByLabel('Người ký').fill('Hoàng Văn Ký, Chủ tịch');
  await clerk.getByLabel(/Văn bản kết quả/).setInputFiles([aPdf('ket-qua.pdf')]);
  await pictureForDocs(clerk, 'desk-issue', false);
  await send(clerk, /^Ban hành/);
  await open(desk, code);
  await begin(desk, 'Trả kết quả');
  await expect(desk.getByLabel('Họ và tên người nhận')).toBeVisible();
  await pictureForDocs(desk, 'desk-return', false);
}
