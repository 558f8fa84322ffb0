import { strToU8, zipSync } from 'fflate';
import { readSheet } from '../../../server/sheet/read';
import { instantOf } from '../../../domain/base/clock';
import { isProblem, type SheetProblem } from '../../../domain/sheet/grid';
import { SHEET_BYTES_LIMIT, SHEET_ROWS_LIMIT, tooLarge, tooLargeToSend } from '../../../domain/sheet/limits';
import { understand } from '../../../domain/sheet/understand';
import { xlsx, type RawCell } from '../../sheets/xlsx';

const NOW = instantOf('2027-02-20', '09:00') ?? 0;
const HEADER = ['课程名称', '上课时间', '开课日期', '课次', '上课地点', '名额'];
const row = (course: string): RawCell[] => [course, '每周二 19:00-20:30', '2027/3/9', 12, '301室', 30];

async function problemOf(bytes: Uint8Array, fileName = '课程表.xlsx'): Promise<SheetProblem> {
  const read = await readSheet(bytes, fileName);
  if (!isProblem(read)) throw new Error('was read');
  return read;
}

/** What is wrong with the whole, whoever says it: the reader of bytes or the reader of cells. */
async function saysOf(bytes: Uint8Array, fileName = '课程表.xlsx'): Promise<string> {
  const read = await readSheet(bytes, fileName);
  return isProblem(read) ? read.problem : understand(read, { now: NOW, holidays: [] }).problems.join();
}

test('an empty file, an empty csv, an empty workbook', async () => {
  expect((await problemOf(new Uint8Array())).code).toBe('EMPTY');
  expect((await problemOf(strToU8('\ufeff \r\n \r\n'), '空.csv')).code).toBe('EMPTY');
  expect(await saysOf(xlsx([{ name: 'Sheet1', rows: [] }]))).toBe('这张表是空的，请下载模板，照着填写');
  expect(await saysOf(xlsx([{ name: 'Sheet1', rows: [HEADER] }]))).toBe('表头下面没有一个班，请从表头的下一行起填写');
});

test('a table without a header that is understood', async () => {
  const says = await saysOf(
    xlsx([
      {
        name: 'Sheet1',
        rows: [
          ['姓名', '电话'],
          ['张三', '13800000000'],
        ],
      },
    ]),
  );

  expect(says).toContain('没有找到表头');
});

test('a header that lacks a column', async () => {
  const says = await saysOf(
    xlsx([
      {
        name: '表',
        rows: [
          ['课程', '老师', '地点'],
          ['合唱', '陈静', '301室'],
        ],
      },
    ]),
  );

  expect(says).toContain('表里没有“名额”这一列');
  expect(says).toContain('表里没有“上课时间”这一列');
});

test('5,000 rows: the number is said; the most that is read is read', async () => {
  const table = (rows: number) =>
    xlsx([{ name: '表', rows: [HEADER, ...Array.from({ length: rows - 1 }, () => ['合唱'])] }]);

  expect(await saysOf(table(5_000))).toBe('这张表有 5,000 行，一次最多读 1,000 行，请分成几张表');
  expect(await saysOf(table(SHEET_ROWS_LIMIT + 1))).toContain('1,001 行');
  expect(await saysOf(table(SHEET_ROWS_LIMIT))).toBe('表头下面没有一个班，请从表头的下一行起填写');
});

test('a stray cell in the last row and column of Excel costs nothing', async () => {
  const bytes = xlsx([{ name: '表', rows: [HEADER, row('合唱')] }], {});
  const stray = Buffer.from(
    '<worksheet xmlns="x"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>',
  );
  const read = await readSheet(xlsx([{ name: '表', rows: [] }], { more: { 'xl/worksheets/sheet1.xml': stray } }), 'x');

  expect(isProblem(read) ? read : read.sheets[0]).toMatchObject({ rows: [], lastRow: 1_048_576 });
  expect(await saysOf(bytes)).toBe('');
});

test('more bytes than a call may carry', async () => {
  let seed = 1;
  const noise = new Uint8Array(SHEET_BYTES_LIMIT).map(() => (seed = (seed * 48_271) % 2_147_483_647) % 256);
  const heavy = xlsx([{ name: '表', rows: [HEADER] }], { more: { 'xl/media/image1.png': noise } });

  expect((await problemOf(heavy)).problem).toMatch(
    /^这个文件有 \d+ KB，最多能收 72 KB。多半是表里有图片，或者有几千行/,
  );
  expect(tooLarge(SHEET_BYTES_LIMIT)).toBeUndefined();
  expect(tooLarge(SHEET_BYTES_LIMIT + 1)).toContain('73 KB');
  expect(tooLarge(1_300_000)).toContain('1.3 MB');
});

test('what is asked before sending is what the function asks: the file, and the cells that were mended', () => {
  const base64 = (bytes: number) => Buffer.alloc(bytes).toString('base64');
  const mended = (cells: number) =>
    Array.from({ length: cells }, (_, index) => ({ row: index + 2, column: 'H', value: '每周二 19:00-20:30' }));

  expect(tooLargeToSend({ file: base64(SHEET_BYTES_LIMIT) })).toBeUndefined();
  expect(tooLargeToSend({ file: base64(SHEET_BYTES_LIMIT + 1) })).toBe(tooLarge(SHEET_BYTES_LIMIT + 1));
  expect(tooLargeToSend({ file: base64(9), mended: mended(30) })).toBeUndefined();
  expect(tooLargeToSend({ file: base64(9), mended: mended(60) })).toContain('一次最多 3 KB');
  // A sign of four bytes, and half a one.
  expect(tooLargeToSend({ file: '', mended: [{ row: 1, column: 'A', value: '\ud83d\ude00\ud83d' }] })).toBeUndefined();
});

test('as base64 the largest file fits into a request of 100 KB', () => {
  expect(Math.ceil(SHEET_BYTES_LIMIT / 3) * 4 + 3_000).toBeLessThan(100_000 - 500);
});

const compound = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1_016),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);

test.each([
  ['a password', compound('EncryptedPackage'), 'PASSWORD', '请在 Excel 或 WPS 里取消密码'],
  ['an old .xls', compound('Workbook'), 'OLD_XLS', '另存为 .xlsx'],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'PICTURE', '这是一张图片'],
  ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'PICTURE', '这是一张图片'],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'OTHER_KIND', '不是表格文件'],
  ['a page', Buffer.from('<!DOCTYPE html><table></table>'), 'OTHER_KIND', '不是表格文件'],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]), 'OTHER_KIND', '不是表格文件'],
  ['a .docx', Buffer.from(zipSync({ 'word/document.xml': strToU8('<w/>') })), 'OTHER_KIND', '不是表格文件'],
  ['half a file', Buffer.from(xlsx([{ name: '表', rows: [HEADER] }]).subarray(0, 900)), 'BROKEN', '没有存完整'],
  [
    'broken XML',
    Buffer.from(xlsx([{ name: '表', rows: [] }], { more: { 'xl/worksheets/sheet1.xml': strToU8('<a><b></a>') } })),
    'BROKEN',
    '打不开',
  ],
])('%s, named .xlsx', async (_what, bytes, code, words) => {
  const problem = await problemOf(bytes);

  expect(problem.code).toBe(code);
  expect(problem.problem).toContain(words);
});

test('a zip bomb is refused before it is unpacked', async () => {
  const bomb = xlsx([{ name: '表', rows: [HEADER] }], {
    more: { 'xl/sharedStrings.xml': new Uint8Array(17 * 1024 * 1024) },
  });
  expect(bomb.length).toBeLessThan(SHEET_BYTES_LIMIT);
  const before = process.memoryUsage().arrayBuffers;

  const problem = await problemOf(bomb);

  expect(problem.code).toBe('BROKEN');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
});

test('a zip bomb that lies about its size gets no more room than it says', async () => {
  const bomb = Buffer.from(
    xlsx([{ name: '表', rows: [HEADER] }], { more: { 'xl/sharedStrings.xml': new Uint8Array(17 * 1024 * 1024) } }),
  );
  // The uncompressed size, wherever the archive says it, becomes 100 bytes.
  const size = Buffer.alloc(4);
  size.writeUInt32LE(17 * 1024 * 1024);
  let lies = 0;
  for (let at = bomb.indexOf(size); at >= 0; at = bomb.indexOf(size, at + 4)) {
    bomb.writeUInt32LE(100, at);
    lies += 1;
  }
  expect(lies).toBeGreaterThan(0);
  const before = process.memoryUsage().arrayBuffers;

  const problem = await problemOf(bomb);

  expect(problem.code).toBe('BROKEN');
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
});

test('thousands of parts, and entities that stand for each other', async () => {
  const parts = Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`${index}`, new Uint8Array()]));
  const many = zipSync(parts);
  const laughs = strToU8(
    `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`,
  );
  const laughing = xlsx([{ name: '表', rows: [] }], { more: { 'xl/worksheets/sheet1.xml': laughs } });

  expect(['TOO_LARGE', 'BROKEN']).toContain((await problemOf(many)).code);
  expect((await problemOf(laughing)).code).toBe('BROKEN');
});

test('a quote without its pair swallows no class', async () => {
  const text = '课程,讲师,上课时间,名额\n合唱,"陈静,周二,30\n瑜伽,李芳,周四,30\n';

  expect(await problemOf(strToU8(text), 'a.csv')).toEqual({
    code: 'BROKEN',
    problem: '第 2 行的双引号放得不对，分不清哪些字是一格。请去掉这一行的双引号，再上传',
  });
});

test('a csv with semicolons, with tabs, with quotes', async () => {
  const lines = [HEADER, ['合唱', '每周二 19:00-20:30', '2027/3/9', '12', '301室, 二楼', '30']];
  for (const separator of [';', '\t', ',']) {
    const text = lines.map(line => line.map(cell => `"${cell}"`).join(separator)).join('\n');
    const read = await readSheet(strToU8(text), 'a.csv');
    if (isProblem(read)) throw new Error(read.problem);
    const reading = understand(read, { now: NOW, holidays: [] });

    expect(reading.rows.map(each => [each.draft?.place, each.draft?.capacity])).toEqual([['301室, 二楼', 30]]);
  }
});

test('hidden sheets are told as such; dates of the Mac of 1904 are read', async () => {
  const dated = (serial: number) => [
    HEADER,
    [...row('合唱').slice(0, 2), { serial, format: 'yyyy-mm-dd' }, 12, '301室', 30],
  ];
  const read = await readSheet(
    xlsx(
      [
        { name: '旧', rows: dated(1), hidden: true },
        { name: '新', rows: dated(44_993) },
      ],
      { date1904: true },
    ),
    'x.xlsx',
  );

  expect(isProblem(read) ? read : read.sheets.map(sheet => [sheet.name, sheet.hidden, sheet.rows[1]?.[2]])).toEqual([
    ['旧', true, '1904-01-02'],
    ['新', undefined, '2027-03-09'],
  ]);
});
