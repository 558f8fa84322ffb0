import readXlsxFile from 'read-excel-file/node';
import { dayKey } from '../../domain/base/clock';
import type { Input } from '../../domain/api';
import type { Member } from '../../domain/model';
import { maskPhone } from '../../domain/base/mask';
import { recordOf, made } from './changing';
import { range, startScene, type Person, type Scene } from './scene';

/** Workbooks for Excel and WPS, read back with another reader; phones masked; each export on the record. */
type Ask = Input<'export.make'>;
let scene: Scene;
let staff: Person;
beforeAll(async () => {
  scene = await startScene({
    sections: {
      tea: { name: '一班', capacity: 2, waitlistLimit: 2 },
      choir: { course: '合唱', name: '二班', capacity: 3 },
      gone: { course: '太极', name: '三班', capacity: 1 },
    },
    batch: { title: '2027/春季第一期', limit: 3 },
    workers: 5,
    emulator: { instances: { min: 0, max: 1 } },
  });
  staff = await scene.holder('staff', '王敏');
  for (const index of range(3)) await scene.worker(index).claimUntilAnswered('tea');
  await scene.worker(3).claimUntilAnswered('choir');
  await made(staff, { kind: 'cancelSection', sectionId: 'gone' }, { reason: '=老师 请假' });
});
afterAll(() => scene.stop());

const ask = (kind: Ask['kind'], change: Partial<Ask> = {}) =>
  staff.call('export.make', { kind, batchId: 'b', phones: 'masked', reason: '', ...change });

/** Each sheet's name and rows, as the other reader sees them. */
async function sheetsOf(kind: Ask['kind'], change?: Partial<Ask>) {
  const answer = await ask(kind, change);
  if (!answer.ok) throw new Error(answer.code);
  const sheets = await readXlsxFile(Buffer.from(answer.data.file, 'base64'));
  return { ...answer.data, sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data })) };
}
const person = (index: number) => {
  const { memberId } = scene.worker(index);
  return scene.emulator.database.read<Member>('members').find(member => member._id === memberId)!;
};

test('the roster: a sheet a class, those who have seats in their order, phones masked', async () => {
  const { fileName, sheets } = await sheetsOf('roster');

  const today = dayKey(scene.emulator.now()).slice(5).replace('-', '');
  expect(fileName).toBe(`2027 春季第一期-名单-${today}.xlsx`);
  expect(sheets.map(sheet => sheet.name)).toEqual(['合唱二班', '茶艺一班']);
  const [head, ...rows] = sheets[1]!.rows;
  expect(head).toEqual(['序号', '姓名', '手机号', '单位', '镇街', '报名时间']);
  expect(rows.map(row => row.slice(0, 4))).toEqual(
    range(2).map(index => [index + 1, person(index).name, maskPhone(person(index).phone), person(index).employer]),
  );
});

test('whole phone numbers only with a reason, and both on the record', async () => {
  expect(await ask('roster', { phones: 'whole', reason: ' ' })).toMatchObject({ code: 'REASON_MISSING' });
  const before = recordOf(scene).length;

  const { sheets } = await sheetsOf('roster', { phones: 'whole', reason: '开课前逐个打电话' });

  expect(sheets[1]!.rows[1]![2]).toBe(person(0).phone);
  const entries = recordOf(scene);
  expect(entries).toHaveLength(before + 1);
  expect(entries.find(entry => entry.reason === '开课前逐个打电话')).toMatchObject({
    act: 'export.roster',
    byName: '王敏',
    batchId: 'b',
    parts: ['导出名单，手机号完整'],
  });
});

test('the line: everybody with the state and the instant', async () => {
  const { sheets } = await sheetsOf('line');
  const [head, ...rows] = sheets[0]!.rows;
  expect(head).toEqual(['班', '状态', '第几位', '姓名', '手机号', '单位', '排上的日期', '排上的时刻']);
  expect(rows.map(row => row.slice(0, 4))).toEqual([
    ['合唱二班', '入座', 1, person(3).name],
    ['茶艺一班', '入座', 1, person(0).name],
    ['茶艺一班', '入座', 2, person(1).name],
    ['茶艺一班', '候补', 1, person(2).name],
  ]);
  expect(rows.every(row => /^\d\d:\d\d:\d\d\.\d$/.test(String(row[7])))).toBe(true);
});

test('the record: what was done, by whom and why; what looks like a formula is text', async () => {
  const { sheets } = await sheetsOf('record');
  const [head, ...rows] = sheets[0]!.rows;
  expect(head).toEqual(['时间', '操作人', '班', '做了什么', '之前', '之后', '原因']);
  expect(rows[0]!.slice(1)).toEqual([
    '王敏',
    '太极三班',
    '太极三班：取消整个班，0 人有座位，0 人候补',
    '名额 1，候补 0',
    '已取消',
    '=老师 请假',
  ]);
  expect(rows.at(-1)![3]).toBe('导出操作记录，手机号隐去中间四位');
});

test('the demand: what was offered and taken, and what to offer next time', async () => {
  const { sheets } = await sheetsOf('demand');
  const [head, ...rows] = sheets[0]!.rows;
  expect(head?.slice(0, 5)).toEqual(['班', '时间', '名额', '入座', '候补']);
  const tea = rows.find(row => row[0] === '茶艺一班')!;
  expect(tea.slice(2, 5)).toEqual([2, 2, 1]);
  expect(tea[7]).toBeGreaterThanOrEqual(3);
});

test('the demand by course and by hour: a second sheet that adds up to the first', async () => {
  const { sheets } = await sheetsOf('demand');
  const { name, rows } = sheets[1]!;
  const [head, ...groups] = rows;
  expect(name).toBe('按课程和时段');
  expect(head).toEqual([
    '按什么合计',
    '课程',
    '时段',
    '名额',
    '想来的人数',
    '没有座位的人数',
    '没报上的人数',
    '建议下期名额',
  ]);
  const when = sheets[0]!.rows[1]![1];
  expect(groups.find(row => row[0] === '课程' && row[1] === '茶艺')).toEqual(['课程', '茶艺', null, 2, 3, 1, 0, 5]);
  expect(groups.find(row => row[0] === '课程和时段' && row[1] === '合唱')?.slice(1, 6)).toEqual([
    '合唱',
    when,
    3,
    1,
    0,
  ]);
  // All classes of the scene are at the same hour: tea 2, choir 3, and the one that was called off.
  expect(groups.filter(row => row[0] === '时段').map(row => row.slice(2, 6))).toEqual([[when, 5, 4, 1]]);
});

test('nobody but staff, and no batch that is not there', async () => {
  const input: Ask = { kind: 'roster', batchId: 'b', phones: 'masked', reason: '' };
  expect(await scene.worker(0).call('export.make', input)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await ask('roster', { batchId: 'no' })).toMatchObject({ code: 'BATCH_NOT_FOUND' });
});

test('75 classes of 60 people are below a megabyte, as a roster and as a line', async () => {
  const openedAt = scene.emulator.now();
  const people = range(75 * 60).map(index => ({
    _id: `big-${index}`,
    openid: `oBig${index}`,
    name: `欧阳${String.fromCodePoint(0x4e00 + index)}`,
    phone: `138${String(index * 7_919).padStart(8, '0')}`,
    employer: `重庆市永川区第${index % 400}人民医院工会委员会`,
    unionMember: true,
    roles: [],
    createdAt: openedAt,
    updatedAt: openedAt,
  }));
  const { _id: _tea, ...like } = scene.section('tea');
  const sections = range(75).map(index => {
    const line = people
      .slice(index * 60, index * 60 + 60)
      .map(({ _id }, at) => ({ memberId: _id, at: openedAt + at * 1_337 }));
    return { ...like, _id: `big-${index}`, batchId: 'big', name: `${index}班`, capacity: 60, line, lineCount: 60 };
  });
  const batch = scene.emulator.database.read('batches')[0]!;
  await scene.set('batches', { ...batch, _id: 'big' });
  await scene.emulator.database.import('members', people);
  await scene.emulator.database.import('sections', sections);

  for (const kind of ['roster', 'line'] as const) {
    const { file, sheets } = await sheetsOf(kind, { batchId: 'big', phones: 'whole', reason: '试' });
    expect(sheets.flatMap(sheet => sheet.rows.slice(1))).toHaveLength(75 * 60);
    expect(file.length).toBeLessThan(1024 * 1024);
  }
});
