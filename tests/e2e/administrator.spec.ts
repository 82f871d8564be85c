// An administrator who has never seen a file makes a service from nothing, mends what the proof finds and publishes it for
// tomorrow; tomorrow a citizen applies and officials finish; a second version changes the fee, and only for dossiers after it.
// The portal is one of its own, stopped and started again with its clock a day ahead.
import { rmSync } from 'node:fs';
import { expect, test, type Browser, type Page, type TestInfo } from '@playwright/test';
import { apply } from './support/apply';
import { begin, pressAt, send } from './support/desk';
import { aPdf } from './support/files';
import { DESK, PHONE, listen, look, pictureForDocs } from './support/page';
import { LISTEN, address, emptyFolder, serve } from './support/portal';

const NAME = 'Đăng ký hoạt động nhà văn hóa';
const SLUG = 'dang-ky-hoat-dong-nha-van-hoa';
const DRAFT = `/quan-tri/dich-vu/${SLUG}/ban-nhap`;
const OWN = `127.0.0.1:${Number(LISTEN.split(':').at(-1)) + 1}`;

const ANSWERS: [string, string[]][] = [
  ['requester.full_name', ['Nguyễn Văn Mẫu']], ['requester.personal_id', ['025190000001']], ['requester.phone', ['0912 000 001']],
  ['requester.email', ['']], ['house.name', ['Nhà văn hóa thôn Đông']], ['house.address', ['Thôn Đông']], ['house.area', ['120']],
  ['house.opens', ['01/12/2027']], ['house.licensed', ['yes']], ['house.old_licence', ['12/GP']], ['house.kind', ['village']],
  ['house.uses', ['library', 'sport']], ['keepers.0.full_name', ['Lê Thị Giữ']], ['keepers.0.phone', ['0912 000 009']],
  ['copies', ['2']], ['house.poor_area', ['no']], ['return_method', ['in_person']], ['declaration', ['yes']],
];

type Typed = Record<string, string | boolean>;

const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();

async function fill(page: Page, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const box = page.locator(`[id="${name}"]`);
    const folded = page.locator('details', { has: box }).first();
    if (await folded.count()) await folded.evaluate((details: HTMLDetailsElement) => { details.open = true; });
    if (typeof value === 'boolean') await box.setChecked(value, { force: true });
    else if (await box.evaluate((e) => e.tagName === 'SELECT')) await box.selectOption(value);
    else await box.fill(value);
  }
}

async function written(page: Page, typed: Typed): Promise<void> {
  await fill(page, typed);
  await save(page);
  await expect(page.locator('.mc-flash')).toContainText('Đã lưu');
}

const tab = (page: Page, name: RegExp) => page.getByRole('navigation', { name: 'Các phần của bản nháp' }).getByRole('link', { name }).click();

/** Where administrators sit, and on a telephone. */
async function seen(page: Page, info: TestInfo, name: string): Promise<void> {
  for (const [size, at] of [[{ width: 768, height: 900 }, '768'], [PHONE, '390'], [DESK, '1280']] as const) {
    await page.setViewportSize(size);
    await look(page, info, `admin-${name}-${at}`);
  }
  await pictureForDocs(page, `admin-${name}`);
}

async function somebody(browser: Browser, info: TestInfo, name: string, to: string): Promise<Page> {
  const context = await browser.newContext({ ...info.project.use, baseURL: address(OWN), viewport: DESK });
  const page = await context.newPage();
  await page.goto(`/dang-nhap?tiep=${to}`);
  await page.getByLabel('E-mail').fill(`${name}@example.vn`);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('cong-mot-cua-2026');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.goto(to);
  return page;
}

async function question(page: Page, label: string, key: string, kind: string, own: Typed = {}): Promise<void> {
  await page.goto(`${DRAFT}/phan/form-nha-van-hoa`);
  await page.getByRole('button', { name: /^Thêm câu hỏi/ }).click();
  await written(page, { label, key, kind });
  if (Object.keys(own).length) await written(page, own);
}

async function founded(admin: Page, info: TestInfo): Promise<void> {
  await seen(admin, info, 'services');
  await admin.getByRole('link', { name: 'Thêm dịch vụ' }).click();
  await admin.getByLabel('Tên thủ tục').fill(NAME);
  await admin.getByLabel('Mã thủ tục').fill('1.999011');
  await admin.getByLabel('Lĩnh vực').fill('Văn hóa');
  await seen(admin, info, 'found');
  await admin.getByRole('button', { name: 'Tạo bản nháp' }).click();
  await seen(admin, info, 'draft');
}

/** Twelve questions of ten kinds, one of them a group of people. */
async function asked(admin: Page, info: TestInfo): Promise<void> {
  await tab(admin, /^Biểu mẫu/);
  await admin.getByLabel('Tiêu đề trang').fill('Nhà văn hóa');
  await admin.getByLabel('Địa chỉ trang').fill('nha-van-hoa');
  await admin.getByRole('button', { name: 'Thêm trang' }).click();
  await admin.getByRole('button', { name: 'Lên Nhà văn hóa' }).click();
  await seen(admin, info, 'pages');
  await admin.goto(`${DRAFT}/phan/form-nha-van-hoa/0.0`);
  await written(admin, { label: 'Tên nhà văn hóa', key: 'house.name' });
  await question(admin, 'Địa chỉ', 'house.address', 'address');
  await question(admin, 'Diện tích', 'house.area', 'number', { min: '10', unit: 'm²' });
  await question(admin, 'Ngày bắt đầu', 'house.opens', 'date', { future: true, not_before: 'hôm nay' });
  await question(admin, 'Đã có giấy phép trước đây?', 'house.licensed', 'yes_no');
  await question(admin, 'Số giấy phép cũ', 'house.old_licence', 'text');
  await written(admin, { 'show_if-0-question': 'house.licensed', 'show_if-0-test': 'is', 'show_if-0-value': 'Có' });
  await expect(admin.locator('main')).toContainText('Nghĩa là: Đã có giấy phép trước đây? là “Có”');
  await seen(admin, info, 'question');
  await question(admin, 'Loại hình', 'house.kind', 'select', { options: 'village | Nhà văn hóa thôn\nward | Nhà văn hóa phường' });
  await question(admin, 'Hoạt động', 'house.uses', 'checkboxes', { options: 'library | Thư viện\nsport | Thể thao' });
  await question(admin, 'Kế hoạch hoạt động', 'house.plan', 'textarea', { required: false });
  await question(admin, 'Người phụ trách', 'keepers', 'group', { item: 'người phụ trách', min: '1' });
  const keepers = `${DRAFT}/phan/form-nha-van-hoa/0.9`;
  await admin.goto(`${keepers}.0`);
  await written(admin, { label: 'Họ và tên', key: 'full_name', kind: 'full_name' });
  await admin.goto(`${DRAFT}/phan/form-nha-van-hoa`);
  await admin.getByRole('button', { name: 'Thêm câu vào nhóm Người phụ trách' }).click();
  await written(admin, { label: 'Số điện thoại', key: 'phone', kind: 'phone' });
  await question(admin, 'Số bản giấy phép', 'copies', 'number', { min: '1' });
  await question(admin, 'Ở xã đặc biệt khó khăn?', 'house.poor_area', 'yes_no');
  await admin.goto(`${DRAFT}/phan/form-nha-van-hoa`);
  const frame = admin.frameLocator('iframe');
  await expect(frame.locator('h1')).toHaveText('Nhà văn hóa');
  await seen(admin, info, 'form-page');
  await admin.getByRole('link', { name: 'Hiện mọi nhánh có điều kiện' }).click();
  await expect(frame.locator('main')).toContainText('Chỉ hiện khi: Đã có giấy phép trước đây? là “Có”');
}

async function papersAndFee(admin: Page, info: TestInfo): Promise<void> {
  await tab(admin, /^Giấy tờ/);
  await admin.getByRole('button', { name: 'Thêm giấy tờ' }).click();
  await written(admin, { name: 'Giấy phép cũ', key: 'old_licence', 'when-0-question': 'house.licensed', 'when-0-value': 'Có' });
  await tab(admin, /^Giấy tờ/);
  await admin.getByRole('button', { name: 'Thêm giấy tờ' }).click();
  await written(admin, { name: 'Phương án an toàn', key: 'safety', 'when-0-question': 'house.area', 'when-0-test': 'at_least', 'when-0-value': '300' });
  await written(admin, { 'when-1-question': 'house.uses', 'when-1-test': 'contains', 'when-1-value': 'Thể thao' });
  await expect(admin.locator('main')).toContainText('và Hoạt động có chọn “Thể thao”');
  await tab(admin, /^Giấy tờ/);
  await seen(admin, info, 'documents');
  await tab(admin, /^Lệ phí/);
  await admin.getByRole('button', { name: 'Thêm khoản thu' }).click();
  await written(admin, {
    name: 'Lệ phí cấp giấy phép', key: 'licence', amount: '10.000', count: 'copies',
    'exempt-reason-1': 'Xã đặc biệt khó khăn', 'exempt-0-question': 'house.poor_area', 'exempt-0-value': 'Có',
  });
  await seen(admin, info, 'fee');
}

/** A step is taken out; what the proof finds then is mended where its links lead. */
async function mended(admin: Page, info: TestInfo): Promise<void> {
  await tab(admin, /^Quy trình/);
  await admin.getByRole('button', { name: 'Bỏ Thẩm tra, dự thảo' }).click();
  await expect(admin.locator('.mc-parts__row')).toHaveCount(4);
  await seen(admin, info, 'steps');
  await admin.getByRole('link', { name: 'Kiểm tra và công bố' }).click();
  await seen(admin, info, 'proof');
  await admin.getByRole('link', { name: /^Tổng số giờ các bước là 8 giờ/ }).click();
  await admin.getByRole('link', { name: 'Ký duyệt', exact: true }).click();
  await written(admin, { hours: '20' });
  await admin.getByRole('link', { name: 'Kiểm tra và công bố' }).click();
  await admin.getByRole('link', { name: 'Tóm tắt: chưa có nội dung' }).click();
  await written(admin, { summary: 'Đăng ký để nhà văn hóa được hoạt động.', applicants: 'Thôn, tổ dân phố', decision: '01/QĐ-UBND' });
  await seen(admin, info, 'information');
  await admin.getByRole('link', { name: 'Kiểm tra và công bố' }).click();
  await admin.getByRole('link', { name: 'Tên: chưa có nội dung' }).click();
  await written(admin, { code: 'KQ.NVH', name: 'Giấy phép hoạt động nhà văn hóa' });
}

async function publish(admin: Page, info: TestInfo, reason: string, picture?: string): Promise<void> {
  await admin.goto(`${DRAFT}/cong-bo`);
  await expect(admin.getByText('Không có lỗi')).toBeVisible();
  await fill(admin, { reason, agreed: true });
  if (picture) await seen(admin, info, picture);
  await admin.getByRole('button', { name: 'Công bố phiên bản' }).click();
  await expect(admin).toHaveURL(new RegExp(`dich-vu/${SLUG}$`));
}

async function submit(citizen: Page): Promise<string> {
  return apply(citizen, { slug: SLUG, name: NAME, answers: new Map(ANSWERS) }, { look: async () => {} });
}

async function finish(browser: Browser, info: TestInfo, code: string): Promise<void> {
  const desk = await somebody(browser, info, 'motcua.viettri', '/can-bo');
  await pressAt(desk, code, 'Tiếp nhận', /^Chuyển bước/);
  await pressAt(await somebody(browser, info, 'chutich.viettri', '/can-bo'), code, 'Ký duyệt');
  const clerk = await somebody(browser, info, 'vanthu.viettri', `/can-bo/ho-so/${code}`);
  await begin(clerk, 'Ban hành kết quả');
  await clerk.getByLabel('Số, ký hiệu').fill('01/GP-NVH');
  await clerk.getByLabel('Người ký').fill('Hoàng Văn Ký, Chủ tịch');
  await clerk.getByLabel(/Văn bản kết quả/).setInputFiles([aPdf('giay-phep.pdf')]);
  await send(clerk, /^Ban hành/);
  await desk.goto(`/can-bo/ho-so/${code}`);
  await begin(desk, 'Trả kết quả');
  await send(desk, /^Ghi nhận/);
}

test('a service from nothing, in force from midnight, with another fee the day after', async ({ browser }, info) => {
  test.skip(info.project.name !== 'desktop', 'here everybody brings a screen of his own');
  test.setTimeout(900_000);
  const data = emptyFolder();
  let stop = await serve(data, OWN);
  try {
    let admin = await somebody(browser, info, 'quantri', '/quan-tri/dich-vu');
    const quiet = listen(admin);
    await founded(admin, info);
    await asked(admin, info);
    await papersAndFee(admin, info);
    await mended(admin, info);
    await publish(admin, info, 'Quyết định 01/QĐ-UBND', 'publish');
    await expect(admin.locator('main')).toContainText('Chờ hiệu lực');
    await seen(admin, info, 'service');
    expect((await admin.request.get(`/dich-vu/${SLUG}`)).status(), 'nobody sees it before its day').toBe(404);
    quiet.expectQuiet();
    await stop();

    stop = await serve(data, OWN, 24);
    const citizen = await somebody(browser, info, 'nguyen.van.mau', `/dich-vu/${SLUG}`);
    await look(citizen, info, 'founded-service');
    const first = await submit(citizen);
    await finish(browser, info, first);
    await citizen.goto(`/ho-so/${first}`);
    await expect(citizen.locator('main')).toContainText('Đã trả kết quả');
    await expect(citizen.locator('main')).toContainText('20.000');
    const running = await submit(citizen);
    admin = await somebody(browser, info, 'quantri', `/quan-tri/dich-vu/${SLUG}`);
    await admin.getByRole('button', { name: 'Soạn phiên bản mới' }).click();
    await tab(admin, /^Lệ phí/);
    await admin.getByRole('link', { name: 'Lệ phí cấp giấy phép', exact: true }).click();
    await written(admin, { amount: '15.000' });
    await publish(admin, info, 'Nghị quyết mới về lệ phí', 'second-version');
    await stop();

    stop = await serve(data, OWN, 48);
    const again = await somebody(browser, info, 'nguyen.van.mau', '/ho-so');
    const later = await submit(again);
    await again.goto(`/ho-so/${later}`);
    await expect(again.locator('main')).toContainText('30.000');
    await again.goto(`/ho-so/${running}`);
    await expect(again.locator('main')).toContainText('20.000');
    await expect(again.locator('main')).not.toContainText('30.000');
  } finally {
    await stop();
    rmSync(data, { recursive: true, force: true });
  }
});
