// Three services from submission to the returned result: officials at their desks, the citizen on a telephone.
// A same-day copy that costs money; a birth with a supplement and a draft that the citizen checks; a building
// permit on which another commune is asked, and for which the leader says sorry and names a later day.
import { expect, test, type Page, type TestInfo } from '@playwright/test';
import { apply } from '../support/apply';
import { begin, citizen, official, open, press, pressAt, send } from '../support/desk';
import { aPdf } from '../support/files';
import { example, type Example } from '../support/form';
import { listen, look } from '../support/page';

const FORWARD = /^Chuyển bước/;

test.beforeEach(({}, info) => {
  test.skip(info.project.name !== 'desktop', 'here everybody brings a screen of his own');
});

test('a copy for which one pays, on the same day', async ({ browser }, info) => {
  const asking = await citizen(browser, info, 'nguyen.van.mau');
  const quiet = [listen(asking)];
  const code = await submit(asking, { ...example('ban-sao-trich-luc', '01-ban-sao-khai-sinh-cua-minh'), commune: '07900' });
  const [desk, examiner, chair, clerk] = await staff(browser, info, 'viettri', ['motcua', 'hotich', 'chutich', 'vanthu'], quiet);

  await desk.goto('/can-bo?hang=new');
  await look(desk, info, '70-copy-inbox');
  await desk.getByRole('link', { name: code }).click();
  await look(desk, info, '70-copy-new');
  await press(desk, 'Tiếp nhận');
  await expect(desk.locator('.mc-flash')).toContainText('Hẹn trả kết quả');
  await begin(desk, 'Thu phí');
  await expect(desk.locator('main')).toContainText(/40\.000/);
  await desk.getByLabel('Tiền mặt tại quầy').check({ force: true });
  await look(desk, info, '70-copy-payment');
  await send(desk, /^Ghi nhận đã thu/);
  await look(desk, info, '70-copy-paid');
  await press(desk, FORWARD);

  await open(examiner, code);
  await look(examiner, info, '70-copy-examine');
  await press(examiner, FORWARD);
  await open(chair, code);
  await look(chair, info, '70-copy-sign');
  await press(chair, 'Ký duyệt');
  await issue(clerk, info, code, '31/TLKS-BS', '70-copy-issue');
  await getTheResult(asking, info, code, '71-copy-result');
  await handOver(desk, info, code, '70-copy-hand-over');
  await expectEnd(asking, info, code, '71-copy-end');
  quiet.forEach(({ expectQuiet }) => expectQuiet());
});

test('a birth: what is missing is asked for once, and the parent checks the draft', async ({ browser }, info) => {
  const mother = await citizen(browser, info, 'tran.thi.thu');
  const quiet = [listen(mother)];
  const code = await submit(mother, example('khai-sinh', '01-me-khai-sinh-dung-han'));
  const [desk, examiner, chair, clerk] = await staff(browser, info, 'hoabinh', ['motcua', 'hotich', 'chutich', 'vanthu'], quiet);

  await pressAt(desk, code, 'Tiếp nhận', FORWARD);
  await open(examiner, code);
  await look(examiner, info, '72-birth-examine');
  await begin(examiner, 'Yêu cầu bổ sung');
  await examiner.locator('input[name="items"][value^="field:father.residence_address"]').check({ force: true });
  await examiner.locator('input[name="items"][value^="document:"]').first().check({ force: true });
  await examiner.getByLabel(/Lý do/).fill('Ghi rõ xóm nơi anh Sơn ở. Giấy chứng sinh bị mờ số: chụp lại dưới ánh sáng đủ, thấy rõ bốn góc.');
  await look(examiner, info, '72-birth-ask');
  await send(examiner, /^Gửi yêu cầu/);
  await look(examiner, info, '72-birth-waits');

  await supplement(mother, info, code);
  await open(examiner, code);
  await look(examiner, info, '72-birth-supplemented');
  await press(examiner, /xử lý tiếp/);
  await press(examiner, 'Gửi bản dự thảo');
  await look(examiner, info, '72-birth-draft-sent');
  await correct(mother, info, code);
  await open(examiner, code);
  await look(examiner, info, '72-birth-correction');
  await press(examiner, 'Gửi bản dự thảo');
  await agree(mother, info, code);
  await pressAt(examiner, code, FORWARD);
  await pressAt(chair, code, 'Ký duyệt');
  await issue(clerk, info, code, '145/2026', '72-birth-issue');
  await getTheResult(mother, info, code, '73-birth-result');
  await handOver(desk, info, code, '72-birth-hand-over');
  await expectEnd(mother, info, code, '73-birth-end');
  quiet.forEach(({ expectQuiet }) => expectQuiet());
});

test('a permit: another commune is asked, and the leader says sorry for the delay', async ({ browser }, info) => {
  const builder = await citizen(browser, info, 'nguyen.van.mau');
  const quiet = [listen(builder)];
  const code = await submit(builder, example('cap-phep-xay-dung-nha-o', '01-nha-mot-tang'));
  const names = ['motcua', 'truongphong', 'chuyenvien', 'chutich', 'vanthu'];
  const [desk, head, examiner, chair, clerk] = await staff(browser, info, 'viettri', names, quiet);
  const [asked] = await staff(browser, info, 'vinhyen', ['chuyenvien'], quiet);

  await pressAt(desk, code, 'Tiếp nhận', FORWARD);
  await open(head, code);
  await look(head, info, '74-permit-assign');
  await press(head, FORWARD);
  await consult(examiner, info, code);
  await answer(asked, info);
  await open(examiner, code);
  await look(examiner, info, '74-permit-answered');
  await expect(examiner.locator('main')).toContainText('Thửa đất không nằm trong quy hoạch đường.');
  await putOff(chair, info, code);
  await expect(async () => {
    await builder.goto(`/ho-so/${code}`);
    await expect(builder.locator('main')).toContainText('xin lỗi bạn');
  }).toPass({ timeout: 20_000 });
  await look(builder, info, '75-permit-put-off');

  await pressAt(examiner, code, FORWARD, FORWARD);
  await pressAt(head, code, FORWARD);
  await pressAt(chair, code, 'Ký duyệt');
  await issue(clerk, info, code, '07/GPXD', '74-permit-issue');
  await getTheResult(builder, info, code, '75-permit-result');
  await handOver(desk, info, code, '74-permit-hand-over');
  await expectEnd(builder, info, code, '75-permit-end');
  quiet.forEach(({ expectQuiet }) => expectQuiet());
});

type Browsers = Parameters<typeof official>[0];

/** The officials of a commune, each listened to. */
async function staff(browser: Browsers, info: TestInfo, commune: string, names: string[], quiet: ReturnType<typeof listen>[]): Promise<Page[]> {
  const pages: Page[] = [];
  for (const name of names) {
    const page = await official(browser, info, `${name}.${commune}`);
    quiet.push(listen(page));
    pages.push(page);
  }
  return pages;
}

/** The citizen's road is looked at in services.spec; here it only has to lead to the desk. */
async function submit(page: Page, of: Example): Promise<string> {
  return apply(page, of, { look: async () => {} });
}

async function issue(page: Page, info: TestInfo, code: string, number: string, name: string): Promise<void> {
  await open(page, code);
  await begin(page, 'Ban hành kết quả');
  await page.getByLabel('Số, ký hiệu').fill(number);
  await page.getByLabel('Người ký').fill('Hoàng Văn Ký, Chủ tịch');
  await page.getByLabel(/Văn bản kết quả/).setInputFiles([aPdf('ket-qua.pdf')]);
  await look(page, info, name);
  await send(page, /^Ban hành/);
}

async function getTheResult(page: Page, info: TestInfo, code: string, name: string): Promise<void> {
  await page.goto(`/ho-so/${code}`);
  await look(page, info, name);
  const result = await page.request.get(`/ho-so/${code}/ket-qua`);
  expect(result.status()).toBe(200);
  expect((await result.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

async function handOver(page: Page, info: TestInfo, code: string, name: string): Promise<void> {
  await open(page, code);
  await begin(page, 'Trả kết quả');
  await look(page, info, name);
  await send(page, /^Ghi nhận/);
  await look(page, info, `${name}-done`);
}

async function expectEnd(page: Page, info: TestInfo, code: string, name: string): Promise<void> {
  await page.goto(`/ho-so/${code}`);
  await expect(page.locator('main')).toContainText('Đã trả kết quả');
  await look(page, info, name);
}

async function supplement(page: Page, info: TestInfo, code: string): Promise<void> {
  await page.goto(`/ho-so/${code}`);
  await look(page, info, '73-birth-supplement-card');
  await page.getByRole('link', { name: 'Bổ sung ngay' }).click();
  await look(page, info, '73-birth-supplement');
  await page.locator('[name="father.residence_address"]').fill('Xóm Ải, nhà ông Hà Văn Núi');
  await page.locator('input[type="file"]').first().setInputFiles([aPdf('giay-chung-sinh.pdf')]);
  await expect(page.locator('.mc-file').filter({ hasText: 'giay-chung-sinh.pdf' })).toHaveCount(1);
  await look(page, info, '73-birth-supplement-filled');
  await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
  await expect(page).toHaveURL(new RegExp(`/ho-so/${code}$`));
}

async function correct(page: Page, info: TestInfo, code: string): Promise<void> {
  await page.goto('/ho-so');
  await look(page, info, '73-birth-mine');
  await page.goto(`/ho-so/${code}`);
  await look(page, info, '73-birth-draft-card');
  await page.getByRole('link', { name: 'Kiểm tra bản dự thảo' }).click();
  await look(page, info, '73-birth-draft');
  await page.getByRole('button', { name: 'Đề nghị sửa' }).click();
  await expect(page.locator('.govuk-error-summary')).toBeFocused();
  await look(page, info, '73-birth-draft-errors');
  await page.getByLabel(/Chỗ nào chưa đúng/).fill('Tên đệm của cháu là Minh Anh.');
  await page.getByRole('button', { name: 'Đề nghị sửa' }).click();
  await expect(page.locator('.mc-flash')).toContainText('Đã gửi đề nghị sửa');
}

async function agree(page: Page, info: TestInfo, code: string): Promise<void> {
  await page.goto(`/ho-so/${code}/du-thao`);
  await page.getByRole('button', { name: 'Đúng, tôi đồng ý' }).click();
  await expect(page.locator('.mc-flash')).toContainText('Cảm ơn bạn');
  await look(page, info, '73-birth-agreed');
}

async function consult(page: Page, info: TestInfo, code: string): Promise<void> {
  await open(page, code);
  await begin(page, 'Xin ý kiến');
  await page.getByLabel('Cơ quan được hỏi').selectOption({ label: 'UBND phường Vĩnh Yên' });
  await page.getByLabel('Nội dung xin ý kiến').fill('Thửa 128, tờ bản đồ 15 có nằm trong quy hoạch đường không?');
  await look(page, info, '74-permit-consult');
  await send(page, /^Gửi xin ý kiến/);
  await look(page, info, '74-permit-consulted');
}

async function answer(page: Page, info: TestInfo): Promise<void> {
  await page.goto('/can-bo/y-kien');
  await look(page, info, '74-permit-opinions');
  await page.locator('main .mc-card a').last().click();
  await page.getByLabel('Đồng ý', { exact: true }).check({ force: true });
  await page.getByLabel('Nội dung trả lời').fill('Thửa đất không nằm trong quy hoạch đường.');
  await look(page, info, '74-permit-opinion');
  await send(page, 'Gửi trả lời');
}

/** A working day after the one that was promised: seven days later, or the week after when that is a holiday. */
async function putOff(page: Page, info: TestInfo, code: string): Promise<void> {
  await open(page, code);
  await begin(page, /hẹn lại/);
  const [, day, month, year] = /(\d\d)\/(\d\d)\/(\d{4})/.exec(await page.locator('main .mc-card').innerText()) ?? [];
  await page.getByLabel('Lý do chậm').fill('Phải chờ kết quả kiểm tra thực địa do mưa lớn kéo dài.');
  for (let weeks = 1; weeks <= 4; weeks += 1) {
    const later = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + 7 * weeks));
    await page.getByLabel('Ngày', { exact: true }).fill(String(later.getUTCDate()));
    await page.getByLabel('Tháng', { exact: true }).fill(String(later.getUTCMonth() + 1));
    await page.getByLabel('Năm', { exact: true }).fill(String(later.getUTCFullYear()));
    if (weeks === 1) await look(page, info, '74-permit-extend');
    await page.getByRole('button', { name: /^Gửi phiếu xin lỗi/ }).click();
    await page.waitForLoadState();
    if (await page.locator('.mc-flash--success').count()) break;
  }
  await expect(page.locator('.mc-flash--success')).toContainText('Hẹn trả kết quả mới');
  await look(page, info, '74-permit-extended');
}
