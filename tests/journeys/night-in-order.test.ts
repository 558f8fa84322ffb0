import type { CheckReport, RecordEntry } from '../../domain/model';
import { emptyRoll, type Roll } from '../../domain/roll/roll';
import { HOUR, startClassroom, type Classroom } from './classroom';
import { range } from './scene';

/** What the night cannot deal with stands in the way of nothing behind it. */
const DAY = 24 * HOUR;
let room: Classroom;
beforeEach(async () => {
  room = await startClassroom({ emulator: { instances: { min: 0, max: 1 } } });
});
afterEach(() => room.stop());

const night = async (): Promise<CheckReport> =>
  ((await room.emulator.fireTimer('nightly')) as { data: CheckReport }).data;
const rollsUpTo = (report: CheckReport) =>
  room.emulator.database.read<CheckReport>('checks').find(one => one._id === report._id)?.rollsUpTo;

test('2,500 open rolls of lessons that were called off: the second night closes the one behind them, the third begins anew', async () => {
  const tea = room.section('tea');
  const [lesson, next] = tea.lessons as [(typeof tea.lessons)[0], (typeof tea.lessons)[0]];
  const off = {
    ...tea,
    _id: 'a-off',
    line: [],
    lineCount: 0,
    lessons: range(2_500).map(() => ({ ...lesson, cancelled: true })),
  };
  await room.set('sections', off);
  const about = { people: [], appealOpen: false };
  const rolls = off.lessons.map((_, index) => ({
    ...emptyRoll(off, index, lesson),
    ...about,
    _id: `a-off-${String(index).padStart(4, '0')}`,
  }));
  await room.emulator.database.import('rolls', [...rolls, emptyRoll(tea, 0, lesson)]);
  // Later than recent lessons are looked for by their classes.
  room.at(next.startsAt - lesson.startsAt + 60 * DAY);
  const isClosed = () => room.roll()!.closedAt !== null;

  expect(rollsUpTo(await night())).toBe('a-off-1999');
  expect(isClosed()).toBe(false);
  expect(rollsUpTo(await night())).toBe('');
  expect(isClosed()).toBe(true);
  expect(rollsUpTo(await night())).toBe('a-off-1999');
  expect(room.emulator.database.read<Roll>('rolls').filter(roll => roll.closedAt !== null)).toHaveLength(1);
}, 120_000);

test('a lesson whose closing fails is left for the next night, and the one behind it is closed', async () => {
  const { lessons } = room.section('tea');
  room.at(lessons[1]!.startsAt - lessons[0]!.startsAt + 9 * DAY);
  room.emulator.setFaults({
    rules: [{ on: 'database', function: 'nightly', action: 'startTransaction', kind: 'timeout', times: 1 }],
  });
  const closed = () => [0, 1].map(index => (room.roll('tea', index)?.closedAt ?? null) !== null);

  await night();
  expect(closed()).toEqual([false, true]);
  await night();
  expect(closed()).toEqual([true, true]);
}, 60_000);

test('entries of old that cannot be written are left as they are, and those behind them are taken apart', async () => {
  const entry = (index: number): RecordEntry => ({
    _id: `old-${index}`,
    at: 1,
    by: 'm1',
    byName: '王敏',
    act: 'change.movePerson',
    memberId: 'm2',
    summary: '茶艺一班：把何燕加入队伍',
  });
  await room.emulator.database.import('record', range(3).map(entry));
  room.emulator.setFaults({
    rules: [
      {
        on: 'database',
        function: 'nightly',
        collection: 'record',
        action: 'modifyDocument',
        kind: 'timeout',
        times: 2,
      },
    ],
  });
  const old = () =>
    room.emulator.database
      .read<RecordEntry>('record')
      .filter(one => one.summary !== undefined)
      .map(one => one._id);

  await night();
  expect(old()).toEqual(['old-0', 'old-1']);
  await night();
  expect(old()).toEqual([]);
}, 60_000);
