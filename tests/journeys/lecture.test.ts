import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { dayKey } from '../../domain/base/clock';
import { CODE_SLOT_MS } from '../../domain/lesson/check-in-code';
import { emptyRoll, type Roll } from '../../domain/roll/roll';
import { startEmulated, untilIdle, type Emulated } from '../emulated';
import { recordOf } from './changing';
import { good, HOUR, MINUTE, shown } from './classroom';
import { range, startScene, tally, type Person, type Scene } from './scene';

/** A lecture of 620 seats, from the claims to the sheet: 600 have signed up, 500 come, and the hall fills from the door. */
const SEATS = 620;
const SIGNED_UP = 600;
const COME = 500;
/** People who have not signed up. */
const AT_THE_DOOR = 130;
const talk = { sectionId: 'talk', lessonIndex: 0 };

let scene: Scene;
let teacher: Person;
let staff: Person;
let startsAt: number;
const at = (sinceStart: number) => scene.emulator.setClock(startsAt + sinceStart - Date.now());
const now = () => scene.emulator.now();
const code = async () => (await shown({ teacher, now }, 0, talk)).code;
const roll = (): Roll => scene.emulator.database.read<Roll>('rolls').find(one => one.sectionId === 'talk')!;
const checkIn = (person: Person, text: string) => person.call('lesson.checkIn', { code: text });

/** The clock stands still while a crowd is on its way, however slow the machine is. */
async function standing<T>(sinceStart: number, work: () => Promise<T>): Promise<T> {
  at(sinceStart);
  const stand = setInterval(() => at(sinceStart), 50);
  try {
    return await work();
  } finally {
    clearInterval(stand);
  }
}
/** A few milliseconds into the slot of a code, so that one code is good for all. */
const slotAt = (sinceStart: number) => sinceStart + CODE_SLOT_MS - ((startsAt + sinceStart) % CODE_SLOT_MS) + 5;

/** Scans as the app does: after BUSY once more. */
async function scanUntilAnswered(person: Person, text: string) {
  for (let tries = 0; ; tries += 1) {
    const answer = await checkIn(person, text);
    if (answer.ok || answer.code !== 'BUSY' || tries === 20) return answer;
    await new Promise(resolve => setTimeout(resolve, 20 + Math.random() * 200));
  }
}

beforeAll(async () => {
  startsAt = Date.now() + 96 * HOUR;
  const lecture = { kind: 'lecture', walkInFrom: 0, course: '职工心理健康讲座', name: '' } as const;
  scene = await startScene({
    sections: {
      talk: {
        ...lecture,
        capacity: SEATS,
        lessons: [{ startsAt, endsAt: startsAt + 2 * HOUR }],
        dropUntil: startsAt - 2 * HOUR,
        freezeAt: startsAt,
      },
      tea: { lessons: [{ startsAt, endsAt: startsAt + HOUR }], instructor: '李文秀' },
    },
    batch: {
      firstLessonAt: startsAt,
      lastLessonAt: startsAt,
      capacity: SEATS,
      certificate: { percent: 70, hourMinutes: 45 },
    },
    workers: SIGNED_UP + AT_THE_DOOR,
    emulator: { instances: { min: 0, max: 3, concurrent: 2_000 } },
  });
  teacher = await scene.holder('instructor', '李文秀', { instructorName: '李文秀' });
  staff = await scene.holder('staff', '王敏');
}, 120_000);
afterAll(() => scene.stop());

test('six hundred sign up at once', async () => {
  const answers = await Promise.all(range(SIGNED_UP).map(index => scene.worker(index).claimUntilAnswered('talk')));

  expect(tally(answers)).toEqual({ SEATED: SIGNED_UP });
  expect(new Set(scene.line('talk')).size).toBe(SIGNED_UP);
}, 120_000);

test('nobody asks for leave', async () => {
  expect(await scene.worker(0).call('lesson.leave', { ...talk, reason: '' })).toMatchObject({ code: 'NO_LEAVE' });
});

test('five hundred check in at once: none is lost, and each is one write', async () => {
  const answers = await standing(slotAt(-10 * MINUTE), async () => {
    const text = await code();
    await good(checkIn(scene.worker(0), text));
    scene.emulator.database.resetOperations();
    return Promise.all(range(COME - 1).map(index => checkIn(scene.worker(1 + index), text)));
  });

  const operations = scene.emulator.database.operations();
  const all = Object.values(operations).reduce((sum, count) => sum + count, 0);
  expect(answers.filter(answer => answer.ok && !answer.data.already && !answer.data.guest)).toHaveLength(COME - 1);
  const here = roll().marks.map(mark => mark.memberId);
  expect(here).toHaveLength(COME);
  expect(new Set(here)).toEqual(new Set(scene.line('talk').filter(id => here.includes(id))));
  expect(roll().markCount).toBe(COME);
  expect(operations['database.modifyDocument:rolls']).toBe(COME - 1);
  // Besides, each of the three instances looks at the class and its instructor now and then.
  expect(all).toBeLessThanOrEqual(COME - 1 + 60);
}, 120_000);

test('before it begins, those who have not signed up get the seats that nobody has', async () => {
  const answers = await standing(slotAt(-5 * MINUTE), async () => {
    const text = await code();
    return Promise.all(range(24).map(index => scanUntilAnswered(scene.worker(SIGNED_UP + index), text)));
  });

  expect(answers.filter(answer => answer.ok && answer.data.guest)).toHaveLength(SEATS - SIGNED_UP);
  expect(answers.filter(answer => !answer.ok).map(answer => !answer.ok && answer.code)).toEqual(
    range(4).map(() => 'WALK_IN_TOO_EARLY'),
  );
  expect(roll().guests).toHaveLength(SEATS - SIGNED_UP);
}, 120_000);

test('from its beginning on they fill the hall, and one more is refused', async () => {
  const empty = SEATS - roll().marks.length;
  const answers = await standing(slotAt(MINUTE), async () => {
    const text = await code();
    const answered = [];
    // As many as stand at the doors at a time.
    for (let first = 24; first < 24 + empty; first += 10) {
      const some = range(10).map(index => scene.worker(SIGNED_UP + first + index));
      answered.push(...(await Promise.all(some.map(person => scanUntilAnswered(person, text)))));
    }
    expect(await checkIn(scene.worker(SIGNED_UP + AT_THE_DOOR - 1), text)).toMatchObject({ code: 'NO_FREE_SEAT' });
    // Whoever has signed up is let in all the same.
    expect(await checkIn(scene.worker(SIGNED_UP - 1), text)).toMatchObject({ data: { guest: false } });
    return answered;
  });

  expect(empty).toBe(SEATS - COME - (SEATS - SIGNED_UP));
  expect(answers.filter(answer => answer.ok)).toHaveLength(empty);
  expect(roll().marks).toHaveLength(SEATS + 1);
  expect(new Set(roll().marks.map(mark => mark.memberId)).size).toBe(SEATS + 1);
}, 300_000);

describe('those who are on no list', () => {
  const count = (heads: number, seen: number, actId = `heads-${heads}-${seen}`, of = talk) =>
    teacher.call('roll.headCount', { actId, ...of, count: heads, seen });

  test('are counted by hand; sent again it is one act, and each is on the record', async () => {
    expect((await good(count(8, 0))).heads).toBe(8);
    expect((await good(count(8, 0))).heads).toBe(8);
    expect((await good(count(12, 8))).heads).toBe(12);
    expect((await good(count(8, 0))).heads).toBe(12);

    const told = recordOf(scene).filter(entry => entry.act === 'roll.headCount');
    expect(told.map(({ byName, before, after }) => [byName, before, after])).toEqual([
      ['李文秀', '0', '8'],
      ['李文秀', '8', '12'],
    ]);
  });

  test('two who count do not overwrite each other; a class has none; two thousand are the most', async () => {
    expect(await count(30, 8, 'heads-late')).toMatchObject({ code: 'HEADS_CHANGED' });
    expect(await count(1, 0, 'heads-tea', { sectionId: 'tea', lessonIndex: 0 })).toMatchObject({
      code: 'HEADS_ONLY_AT_LECTURES',
    });
    expect(
      await scene.worker(0).call('roll.headCount', { actId: 'heads-worker', ...talk, count: 1, seen: 12 }),
    ).toMatchObject({ code: 'FORBIDDEN' });
    for (const wrong of [2_001, -1, 1.5]) {
      const input = { actId: 'heads-wrong', ...talk, count: wrong, seen: 12 };
      const { body } = await scene.emulator.post('app', { endpoint: 'roll.headCount', input }, teacher.openid);
      expect(body).toMatchObject({ code: 'BAD_INPUT' });
    }
    expect(roll().heads).toBe(12);
  });
});

test('closed: who did not come is absent, and the number stands', async () => {
  at(2 * HOUR + MINUTE);
  await good(staff.call('attendance.close', { actId: 'close-talk', ...talk }));

  expect(roll()).toMatchObject({ heads: 12, closedAt: expect.any(Number) });
  expect(roll().expected).toHaveLength(SIGNED_UP);
  expect(roll().noShows).toHaveLength(SIGNED_UP - COME - 1);
  const input = { actId: 'heads-closed', ...talk, count: 20, seen: 12 };
  expect(await teacher.call('roll.headCount', input)).toMatchObject({ code: 'ROLL_CLOSED' });
  const { lessons } = await good(teacher.call('roll.attendance', { sectionId: 'talk' }));
  expect(lessons).toMatchObject([
    { expected: SIGNED_UP, present: COME + 1, absent: SIGNED_UP - COME - 1, guests: SEATS - COME, heads: 12 },
  ]);
});

test('the sheet has them in a column of their own, and no certificate is due', async () => {
  const input = { kind: 'attendance', batchId: 'b', phones: 'masked', reason: '' } as const;
  const { file } = await good(staff.call('export.make', input));
  const sheets = await readXlsxFile(Buffer.from(file, 'base64'));
  const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;

  const [head, ...sums] = rowsOf('汇总');
  expect(head!.slice(-2)).toEqual(['到课率（%）', '另有未登记']);
  expect(sums.find(row => row[0] === '职工心理健康讲座')).toEqual([
    '职工心理健康讲座',
    '渝西茶艺培训学校',
    1,
    SIGNED_UP,
    COME + 1,
    0,
    0,
    SIGNED_UP - COME - 1,
    0,
    84,
    12,
  ]);
  expect(rowsOf('职工心理健康讲座').at(-1)).toEqual([null, '另有未登记', null, null, '12', null]);
  expect(await scene.worker(0).call('certificate.take', { sectionId: 'talk' })).toMatchObject({
    code: 'CERTIFICATE_OFF',
  });
});

test('the yearly numbers have those who came on the day as visits of their own, and no people of them', async () => {
  const day = dayKey(startsAt);
  const span = { from: day, to: day };
  let answer = await good(staff.call('report.span', span));
  while (!answer.numbers) answer = await good(staff.call('report.span', span));
  const came = COME + 1 + SEATS - COME;
  expect(answer.numbers).toMatchObject({
    lessons: 1,
    people: came,
    visits: came,
    minutes: 120 * came,
    onTheDay: SEATS - COME + 12,
    heads: 12,
  });
  expect(answer.text).toContain(`${came} 人次，`);
  expect(answer.text).toContain('讲座上另清点到未登记的 12 人次');

  const { file } = await good(staff.call('report.file', { ...span, reportId: null }));
  const sheets = await readXlsxFile(Buffer.from(file, 'base64'));
  const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;
  expect(rowsOf('总表').find(row => row[0] === '讲座·当场来的')).toEqual(
    expect.arrayContaining([SEATS - COME + 12, '人次', '其中 12 人次是清点的，不在参训人次里']),
  );
  for (const name of ['分课程', '分班', '分承办单位', '分月']) {
    const [head, row] = rowsOf(name);
    expect([name, row![head!.indexOf('讲座·当场来的')]]).toEqual([name, SEATS - COME + 12]);
  }
});

describe('control', () => {
  let naive: Emulated;
  afterEach(() => naive.stop());

  test('read, then write back: of four who check in at once, one is left', async () => {
    const four = { perFunction: { arrive: { min: 4, max: 4 } } };
    naive = await startEmulated({ functions: join(__dirname, 'naive-functions'), instances: four });
    await naive.database.import('rolls', [
      emptyRoll({ _id: 'talk', batchId: 'b' }, 0, { startsAt: Date.now() + HOUR }),
    ]);
    await naive.post('arrive', { rollId: 'talk-L0', memberId: 'warm' });
    await untilIdle(naive, 'arrive', 4);

    await Promise.all(
      range(4).map(index => naive.post('arrive', { rollId: 'talk-L0', memberId: `m${index}`, together: 5 })),
    );

    const [left] = naive.database.read<Roll>('rolls');
    expect(left!.marks).toHaveLength(2);
  });
});
