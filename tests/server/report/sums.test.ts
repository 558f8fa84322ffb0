import { DAY } from '../../../domain/base/clock';
import { anonymousRoll } from '../../../domain/privacy/anonymous';
import type { Batch, Lesson } from '../../../domain/model';
import type { BatchSum } from '../../../domain/report/sum';
import type { Roll } from '../../../domain/roll/roll';
import { aliasOf } from '../../../server/privacy/erase/alias';
import { section as line, T } from '../../domain/line/sections';
import { rollOf } from '../../journeys/reporting';
import { but, db, emulated, found, loosened, overDatabase, put } from '../line/over-database';

/** Sums are made while others make them, and while somebody is erased. */
overDatabase();

const [me, other] = ['1', '2'].map(sign => `m${sign.repeat(24)}`) as [string, string];
const NOW = T + 400 * DAY;
const SPAN = { from: '2027-02-01', to: '2028-01-31' };
const lesson: Lesson = { startsAt: T + 10 * DAY, endsAt: T + 10 * DAY + 5_400_000 };

const clear = async () => {
  for (const name of ['sums', 'rolls', 'sections', 'batches', 'members', 'erasures'] as const)
    for (const { _id } of emulated.database.read<{ _id: string }>(name)) await db.remove(name, _id);
};
const sections = ['s1', 's2'].map(_id => line({ _id, batchId: 'b', lessons: [lesson] }));
beforeEach(async () => {
  await clear();
  const batch: Partial<Batch> = { _id: 'b', title: '第一期', opensAt: T, closesAt: T + DAY };
  await put('batches', { ...batch, firstLessonAt: lesson.startsAt, lastLessonAt: lesson.startsAt } as Batch);
  for (const section of sections) {
    await put('sections', section);
    await put('rolls', rollOf(section, 0, lesson, [me, other]));
  }
});

const look = async () => {
  const seen = await db.lookAt(SPAN, NOW);
  if ('refused' in seen) throw new Error(seen.refused);
  return seen;
};
const sum = () => found('sums', 'b') as BatchSum;
/** The steps of an erasure on rolls, and after them on sums. */
async function erase(): Promise<void> {
  for (const roll of emulated.database.read<Roll>('rolls'))
    await put('rolls', anonymousRoll(roll, new Map([[me, aliasOf('seed', roll.sectionId)]])));
  await db.forgetInSums(me, 'seed');
}
const names = () => JSON.stringify(emulated.database.read('sums')).includes(me.slice(1, 9));

test('erased between the reading of rolls and the writing of the sum: the sum is thrown away', async () => {
  const seen = await look();
  let erased = false;
  loosened(async guard => {
    // Just before the write of the classes. The erasure's own writes come through here, too.
    if (!erased && 'revision' in guard && guard['_id'] === 'b' && sum().away) {
      erased = true;
      await erase();
    }
    return guard;
  });
  await db.makeSums(seen.due, NOW);

  expect(erased).toBe(true);
  expect(names()).toBe(false);
  expect(sum().sections).toEqual({});
  await db.makeSums((await look()).due, NOW);
  expect(Object.keys(sum().sections)).toEqual(['s1', 's2']);
  expect(names()).toBe(false);
});

test('control: without the guard the erased person stands in the sum', async () => {
  const seen = await look();
  let erased = false;
  loosened(async guard => {
    if (!erased && 'revision' in guard && guard['_id'] === 'b' && sum().away) {
      erased = true;
      await erase();
    }
    return erased ? but('revision')(guard) : guard;
  });
  await db.makeSums(seen.due, NOW);

  expect(erased).toBe(true);
  expect(names()).toBe(true);
});

test('two make the same sum at once: it is made once, and the second look lacks nothing', async () => {
  const seen = await look();
  await Promise.all([db.makeSums(seen.due, NOW), db.makeSums(seen.due, NOW)]);
  await db.makeSums((await look()).due, NOW);

  expect((await look()).due).toEqual([]);
  expect(sum().sections['s1']?.lessons).toEqual([
    { startsAt: lesson.startsAt, minutes: 90, came: [0, 1], present: 2, absent: 0 },
  ]);
});

test('an erasure rewrites the classes of the person, and leaves alone what is beside them', async () => {
  await put('rolls', rollOf(sections[1]!, 0, lesson, [other]));
  await db.makeSums((await look()).due, NOW);
  const before = sum();

  await db.forgetInSums(me, 'seed');

  const after = sum();
  expect(after.sections['s2']).toEqual(before.sections['s2']);
  expect(after.sections['s1']?.people).toBe(aliasOf('seed', 's1').slice(0, 8) + other.slice(1, 9));
  expect(after.away).toEqual(before.away);
});

test('a batch that ended before the year before is asked for once, when everything in it is closed', async () => {
  const long = { from: '2029-02-01', to: '2029-12-31' };
  const due = async (now: number) => {
    const seen = await db.lookAt(long, now);
    return 'refused' in seen ? [] : seen.due.map(one => one.batch._id);
  };
  expect(await due(NOW)).toEqual(['b']);
  const seen = await db.lookAt(long, NOW);
  if (!('refused' in seen)) await db.makeSums(seen.due, NOW);
  expect(await due(NOW)).toEqual([]);
});
