import readXlsxFile from 'read-excel-file/node';
import { DAY, dayText, HOUR, MINUTE } from '../../domain/base/clock';
import type { Input } from '../../domain/api';
import type { Lesson, LineEntry, Member } from '../../domain/model';
import { emptyRoll, type Mark, type MarkState, type Roll } from '../../domain/roll/roll';
import { maskPhone } from '../../domain/base/mask';
import { recordOf } from './changing';
import { range, startScene, type Person, type Scene } from './scene';

/** Attendance as a workbook, read back with another reader. */
let scene: Scene;
let staff: Person;
let lessons: Lesson[];
const now = Date.now();
const lesson = (startsAt: number, change: Partial<Lesson> = {}): Lesson => ({
  startsAt,
  endsAt: startsAt + HOUR,
  ...change,
});

beforeAll(async () => {
  // Stored out of order, as they are once one was moved; the third was cancelled, the last is to come.
  lessons = [
    lesson(now - 20 * DAY),
    lesson(now - 6 * DAY),
    lesson(now - 13 * DAY, { topic: '认识六大茶类' }),
    lesson(now - 9 * DAY, { cancelled: true }),
    lesson(now - 30 * MINUTE),
    lesson(now + 6 * DAY),
  ];
  scene = await startScene({
    sections: {
      tea: { name: '一班', capacity: 3, waitlistLimit: 5, lessons },
      choir: { course: '合唱', name: '二班', organisation: '', lessons: [lesson(now + DAY)] },
      gone: { course: '太极', name: '三班', cancelledAt: now - 40 * DAY },
    },
    workers: 6,
    emulator: { instances: { min: 0, max: 1 } },
  });
  staff = await scene.holder('staff', '王敏');
  const line = range(4).map((index): LineEntry => ({ memberId: id(index), at: now - 30 * DAY + index }));
  await scene.set('sections', { ...scene.section('tea'), line, lineCount: line.length });
  await scene.emulator.database.import('rolls', [
    // Worker 5 had the third seat then, and gave it back later.
    roll(0, {
      marks: [mark(0, 'present'), mark(1, 'late')],
      closedAt: now - 19 * DAY,
      expected: [id(0), id(1), id(5)],
      noShows: [id(5)],
    }),
    roll(1, {
      marks: [
        mark(0, 'present'),
        mark(1, 'absent'),
        mark(1, 'present', 'staff'),
        mark(3, 'absent'),
        mark(4, 'present'),
      ],
      leaves: [{ memberId: id(2), at: now - 7 * DAY, reason: '夜班' }],
      guests: [
        { memberId: id(3), at: now - 7 * DAY, as: 'lent', seatOf: id(2) },
        { memberId: id(4), at: now - 6 * DAY, as: 'walk-in', seatOf: null },
      ],
      closedAt: now - 5 * DAY,
      expected: [id(0), id(1), id(2)],
    }),
    // Closed, and nobody had called it; a correction afterwards speaks for one person.
    roll(2, {
      marks: [{ ...mark(0, 'present', 'staff'), receivedAt: now - DAY }],
      closedAt: now - 12 * DAY,
      expected: [id(0), id(1), id(2)],
    }),
    roll(4, { marks: [mark(2, 'late', 'self')] }),
  ]);
});
afterAll(() => scene.stop());

const id = (index: number) => scene.worker(index).memberId;
const roll = (lessonIndex: number, change: Partial<Roll>): Roll => ({
  ...emptyRoll({ _id: 'tea', batchId: 'b' }, lessonIndex, lessons[lessonIndex]!),
  ...change,
  markCount: change.marks?.length ?? 0,
});
const mark = (index: number, state: MarkState, source: Mark['source'] = 'instructor'): Mark => ({
  nonce: `${index}-${state}-${source}`,
  memberId: id(index),
  state,
  source,
  at: now - 20 * DAY,
  receivedAt: now - 20 * DAY,
  by: 'someone',
  device: 'a-phone',
  seen: 0,
});

type Ask = Input<'export.make'>;
async function sheetsOf(change: Partial<Ask> = {}) {
  const input: Ask = { kind: 'attendance', batchId: 'b', phones: 'masked', reason: '', ...change };
  const answer = await staff.call('export.make', input);
  if (!answer.ok) throw new Error(answer.code);
  const sheets = await readXlsxFile(Buffer.from(answer.data.file, 'base64'));
  return { ...answer.data, sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data })) };
}
const member = (index: number) => scene.emulator.database.read<Member>('members').find(one => one._id === id(index))!;
/** The cells of the lessons in somebody's row, with the rate behind them. */
const wordsOf = (rows: unknown[][], index: number) => rows.find(row => row[1] === member(index).name)?.slice(4);

test('first the sums of each class; a class that was called off before it began is not there', async () => {
  const { fileName, sheets } = await sheetsOf();

  expect(fileName).toMatch(/^第一期-考勤-\d{4}\.xlsx$/);
  expect(sheets.map(sheet => sheet.name)).toEqual(['汇总', '合唱二班', '茶艺一班']);
  const [head, ...rows] = sheets[0]!.rows;
  expect(head).toEqual([
    '班',
    '承办单位',
    '上了几次课',
    '应到人次',
    '到',
    '迟到',
    '请假',
    '缺课',
    '未点',
    '到课率（%）',
  ]);
  expect(rows).toEqual([
    ['合唱二班', null, 0, 0, 0, 0, 0, 0, 0, null],
    // Four lessons of three; the guests came, and were not expected. 6 of 7 who could: leave is no absence.
    ['茶艺一班', '渝西茶艺培训学校', 4, 12, 4, 2, 1, 1, 4, 86],
  ]);
});

test('a sheet a class: seats in their order, who gave one back, guests; a column a lesson in the order of the calendar', async () => {
  const { sheets } = await sheetsOf();
  const [head, ...rows] = sheets[2]!.rows;

  const days = [0, 2, 3, 1, 4, 5].map(index => dayText(lessons[index]!.startsAt));
  expect(head).toEqual(['序号', '姓名', '手机号', '单位', ...days, '到课率（%）']);
  expect(rows.map(row => row[0])).toEqual([1, 2, 3, '已退', '借座', '补位', null]);
  expect(rows[0]!.slice(1, 4)).toEqual([member(0).name, maskPhone(member(0).phone), member(0).employer]);
  const none = null;
  expect(wordsOf(rows, 0)).toEqual(['到', '到', '已取消', '到', '未点', none, 100]);
  expect(wordsOf(rows, 1)).toEqual(['迟到', '未点', '已取消', '到', '未点', none, 100]);
  // Not there yet in the first lesson; asked for leave; checked in late.
  expect(wordsOf(rows, 2)).toEqual([none, '未点', '已取消', '请假', '迟到', none, 100]);
  expect(wordsOf(rows, 5)).toEqual(['缺课', none, '已取消', none, none, none, 0]);
  // A guest who was lent a seat and marked absent has missed nothing, for nobody expected them.
  expect(wordsOf(rows, 3)).toEqual([none, none, '已取消', none, none, none, none]);
  expect(wordsOf(rows, 4)).toEqual([none, none, '已取消', '到', none, none, 100]);
});

test('the last row is the rate of each lesson', async () => {
  const { sheets } = await sheetsOf();

  expect(sheets[2]!.rows.at(-1)).toEqual([null, '到课率', null, null, '67%', '100%', null, '100%', '100%', null, 86]);
});

test('whole phone numbers only with a reason; each export is on the record', async () => {
  const refused = await staff.call('export.make', { kind: 'attendance', batchId: 'b', phones: 'whole', reason: ' ' });
  expect(refused).toMatchObject({ code: 'REASON_MISSING' });
  const before = recordOf(scene).length;

  const { sheets } = await sheetsOf({ phones: 'whole', reason: '逐个回访缺课的人' });

  expect(sheets[2]!.rows[1]![2]).toBe(member(0).phone);
  expect(recordOf(scene)).toHaveLength(before + 1);
  expect(recordOf(scene).find(entry => entry.act === 'export.attendance' && entry.reason)).toMatchObject({
    byName: '王敏',
    batchId: 'b',
    parts: ['导出考勤，手机号完整'],
    reason: '逐个回访缺课的人',
  });
});

test('nobody but staff', async () => {
  const input: Ask = { kind: 'attendance', batchId: 'b', phones: 'masked', reason: '' };
  expect(await scene.worker(0).call('export.make', input)).toMatchObject({ code: 'FORBIDDEN' });
});

test('the sheets for a subsidy: hours, who signed in how, the log; what the school fills in stays empty', async () => {
  const refused = await staff.call('export.make', { kind: 'hours', batchId: 'b', phones: 'masked', reason: '' });
  expect(refused).toMatchObject({ code: 'REASON_MISSING' });
  const { sheets } = await sheetsOf({ kind: 'hours', reason: '申请培训补贴' });

  expect(sheets.map(sheet => sheet.name)).toEqual(['花名册', '签到表', '培训日志']);
  const [head, ...people] = sheets[0]!.rows;
  expect(head).toEqual(expect.arrayContaining(['学时', '证书编号', '身份证号', '考核成绩', '银行卡']));
  const first = people.find(row => row[1] === member(0).name)!;
  expect(String(first[2])).toContain('****');
  // An hour at 45 minutes a 学时, three times; the last lesson is not closed.
  expect(first.slice(4, 8)).toEqual([3, 3, 3, 100]);
  expect(first.slice(-3)).toEqual([null, null, null]);
  const signed = sheets[1]!.rows.slice(1);
  expect(new Set(signed.map(row => row[4]))).toEqual(new Set(['老师点名', '工会补签', '本人扫码']));
  // The lesson that was called off and those to come are not in it.
  expect(sheets[2]!.rows.slice(1).map(row => row[0])).toEqual(range(4).map(() => '茶艺一班'));
  expect(sheets[2]!.rows.map(row => row[4])).toEqual(['主题', null, '认识六大茶类', null, null]);
});

test('75 classes of 60 people with 12 lessons each are below two megabytes', async () => {
  const { _id: _tea, ...like } = scene.section('tea');
  const people = range(75 * 60).map(index => `big-${index}`);
  const held = range(12).map(week => lesson(now - (week + 1) * 7 * DAY));
  const sections = range(75).map(index => {
    const line = people.slice(index * 60, index * 60 + 60).map((memberId, at) => ({ memberId, at }));
    const about = { _id: `big-${index}`, batchId: 'big', name: `${index}班`, capacity: 60, lessons: held };
    return { ...like, ...about, line, lineCount: 60 };
  });
  const members = people.map((_id, index) => ({
    ...scene.emulator.database.read('members')[0],
    _id,
    openid: `oBig${index}`,
    name: `欧阳${String.fromCodePoint(0x4e00 + index)}`,
    phone: `138${String(index * 7_919).padStart(8, '0')}`,
  }));
  const rolls = sections.flatMap(section =>
    held.map((one, index): Roll => {
      const marks = section.line.map(({ memberId }, seat): Mark => ({
        ...mark(0, seat % 7 === 0 ? 'absent' : 'present'),
        nonce: `${index}-${seat}-0123456789abcdef`,
        memberId,
      }));
      const expected = section.line.map(entry => entry.memberId);
      return { ...emptyRoll(section, index, one), marks, markCount: marks.length, closedAt: now, expected };
    }),
  );
  const batch = scene.emulator.database.read('batches')[0]!;
  await scene.set('batches', { ...batch, _id: 'big' });
  for (const [name, documents] of Object.entries({ members, sections, rolls }))
    await scene.emulator.database.import(name, documents);

  const { file, sheets } = await sheetsOf({ batchId: 'big' });

  expect(sheets).toHaveLength(76);
  expect(sheets[1]!.rows).toHaveLength(62);
  expect(sheets[75]!.rows[1]!.slice(4)).toEqual([...range(12).map(() => '缺课'), 0]);
  expect(file.length).toBeLessThan(2 * 1024 * 1024);
}, 300_000);
