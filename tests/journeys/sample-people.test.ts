import { buildSample } from '../../sample/sample';
import { startEmulated, type Emulated } from '../emulated';

/** The sample as its people see it; what they see never tells who somebody else is. */
let emulator: Emulated;
const sample = buildSample(Date.now(), 0);
const openidOf = (word: string) => sample.people.find(person => person.name.includes(word))!.openid;

beforeAll(async () => {
  emulator = await startEmulated({ instances: { min: 0, max: 1 } });
  for (const [name, documents] of Object.entries(sample.collections)) await emulator.database.import(name, documents);
});
afterAll(() => emulator.stop());

test('the batches that are not over for long, newest release first, with the seats left of the board', async () => {
  const answer = await emulator.as(openidOf('快递员'))('catalog.batches', {});
  expect(answer).toMatchObject({
    data: {
      batches: [
        { batchId: 'yc-spring-1', title: expect.stringMatching(/^20\d\d [春夏秋]季第一期$/), seatsLeft: 260 },
        { batchId: 'yc-running', seatsLeft: 5 + 7 + 236 },
      ],
      older: true,
    },
  });
  const past = await emulator.as(openidOf('快递员'))('catalog.past', {});
  expect(past).toMatchObject({ data: { page: [{ batchId: 'yc-past', seatsLeft: 0 }], next: null } });
});

test('a batch: its sections in the order of the sheet, and the counts of each line', async () => {
  const as = emulator.as(openidOf('快递员'));
  const batch = await as('catalog.batch', { batchId: 'yc-running' });
  const board = await as('line.board', { batchId: 'yc-running' });

  expect(batch.ok && batch.data.sections.map(section => section.course)).toEqual([
    '瑜伽',
    '乒乓球',
    '书法',
    '太极',
    '舞蹈',
    '摄影',
    '茶艺',
    '剪纸',
    '笔墨里的家风',
  ]);
  expect(
    board.ok && board.data.counts.map(({ seatsLeft, waiting, waitingLeft }) => [seatsLeft, waiting, waitingLeft]),
  ).toEqual([
    [0, 5, 7],
    [5, 0, 8],
    [0, 0, 10],
    [7, 0, 0],
    [0, 2, 8],
    [0, 5, 4],
    [0, 2, 6],
    [0, 0, 0],
    [236, 0, 0],
  ]);
});

test('the nurse’s classes: seated and waiting, by first lesson; one of the past when she asks for it', async () => {
  const answer = await emulator.as(openidOf('护士'))('line.mine', {});
  expect(
    answer.ok && answer.data.places.map(({ place, section }) => [section.course, place.state, place.number]),
  ).toEqual([
    ['瑜伽', 'SEATED', 7],
    ['摄影', 'WAITING', 2],
  ]);
  const past = await emulator.as(openidOf('护士'))('line.past', {});
  expect(past.ok && past.data.page.map(({ place, section }) => [section.course, place.state, place.number])).toEqual([
    ['书法', 'SEATED', 5],
  ]);
});

test('her notices: read once, read for good', async () => {
  const as = emulator.as(openidOf('护士'));
  const first = await as('member.notices', {});
  const [notice] = first.ok ? first.data.notices : [];
  expect(notice).toMatchObject({ title: '瑜伽一班', readAt: null });

  expect(await as('member.readNotices', { noticeIds: [notice!._id] })).toMatchObject({ data: { read: 1 } });
  expect(await as('member.readNotices', { noticeIds: [notice!._id] })).toMatchObject({ data: { read: 0 } });
  expect(await as('member.notices', {})).toMatchObject({ data: { notices: [{ readAt: expect.any(Number) }] } });
});

test('the instructor: own sections only, a roster in the order of the line, phones masked', async () => {
  const as = emulator.as(openidOf('讲师'));
  const own = await as('roll.sections', {});
  expect(own.ok && own.data.sections.map(section => [section.course, section.seated, section.waiting])).toEqual([
    ['茶艺', 16, 2],
    ['茶艺', 0, 0],
    ['茶艺', 0, 0],
  ]);

  const roster = await as('roll.roster', { sectionId: 'yc-running-0007' });
  const people = roster.ok ? roster.data.people : [];
  expect(people).toHaveLength(18);
  expect(people[3]).toEqual({
    name: '张桂兰',
    phone: '136****0521',
    employer: '永川区萱花小学',
    state: 'SEATED',
    number: 4,
  });
});

test('staff: how a batch stands, and the check of last night', async () => {
  const answer = await emulator.as(openidOf('总工会'))('staff.batch', { batchId: 'yc-running' });
  expect(answer).toMatchObject({ data: { batch: { seatsLeft: 248 }, latestCheck: { alarms: [] } } });
  expect(answer.ok && answer.data.sections[0]).toMatchObject({ seated: 24, waiting: 5, seatsLeft: 0 });
  expect(answer.ok && answer.data.sections[0]!.joinedAt).toHaveLength(29);
});

test('no answer tells an OPENID, a member’s id or a whole phone number of somebody else', async () => {
  const asked = [
    ...['快递员', '护士'].flatMap(word => {
      const as = emulator.as(openidOf(word));
      return [
        as('catalog.batches', {}),
        as('catalog.batch', { batchId: 'yc-running' }),
        as('line.board', { batchId: 'yc-running' }),
        as('line.mine', {}),
        as('line.place', { sectionId: 'yc-running-0001' }),
        as('member.notices', {}),
      ];
    }),
    emulator.as(openidOf('讲师'))('roll.sections', {}),
    emulator.as(openidOf('讲师'))('roll.roster', { sectionId: 'yc-running-0007' }),
    emulator.as(openidOf('总工会'))('staff.batch', { batchId: 'yc-running' }),
  ];
  const own = new Set(sample.collections.members.filter(member => member.name === '林晓芸').map(member => member._id));
  for (const answer of await Promise.all(asked)) {
    expect(answer.ok).toBe(true);
    const text = JSON.stringify(answer);
    for (const { _id, openid, phone } of sample.collections.members) {
      expect(text).not.toContain(openid);
      expect(text).not.toContain(phone);
      // A notice's own id names its owner.
      if (!own.has(_id)) expect(text).not.toContain(_id);
    }
  }
});
