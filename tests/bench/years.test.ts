import { FULL } from '../../bench/years/history';
import { openPage } from '../../bench/years/measure';
import { erasureOf, nightOf } from '../../bench/years/night';
import { pagesOf, type PageCalls } from '../../bench/years/pages';
import { idOfKind } from '../../bench/years/people';
import { openUnion } from '../../bench/years/union';
import type { CheckReport } from '../../domain/model';
import type { Roll } from '../../domain/roll/roll';
import { PERSONAL } from '../../server/privacy/about';
import { startEmulated, type Emulated } from '../emulated';

/**
 * No page grows with the years of a union: ceilings after ten years at full scale (docs/years.md). Every batch, class, line,
 * standing and line of the record is there. Of the rolls only those are there on which an answer depends: of the newest four
 * batches, and of all classes of the worker who has been in every batch. Whoever reads more than that would exceed the ceiling
 * in operations, not by what is in them.
 */
const MOST = { operations: 10, bytes: 64 * 1024 };

/** A page with a ceiling of its own. */
const OTHERS: Record<string, typeof MOST> = {
  // One operation for each collection with something about people, the names of classes and batches, an erasure under way.
  我的数据: { operations: PERSONAL.length + 4, bytes: 64 * 1024 },
};
/** Half of it makes sums of what nobody has asked for: so many rounds a night, however much there is. */
const NIGHT = 420;
/** Of somebody in three classes of every batch: a transaction for each roll of the three years that keep names. */
const ERASURE = 5_000;

let emulator: Emulated;
let pages: PageCalls[];

beforeAll(async () => {
  emulator = await startEmulated({ instances: { min: 0, max: 1 } });
  const worker = idOfKind('worker');
  const { subjects } = await openUnion(emulator, { ...FULL, years: 10 }, ({ batch, sections }, sectionId) => {
    const isNew = Number(batch._id.slice(1)) >= 76;
    return isNew || sections.some(one => one._id === sectionId && one.line.some(entry => entry.memberId === worker));
  });
  pages = pagesOf(subjects);
}, 300_000);
afterAll(() => emulator.stop());

test('after ten years no page is above its ceiling', async () => {
  const above: string[] = [];
  for (const page of pages) {
    const { operations, bytes } = await openPage(emulator, page);
    const most = OTHERS[page.page] ?? MOST;
    if (operations > most.operations || bytes > most.bytes)
      above.push(`${page.page}: ${operations} operations, ${bytes} bytes`);
  }
  expect(above).toEqual([]);
}, 300_000);

test('the night and an erasure cost what they must, not what there ever was', async () => {
  const night = await nightOf(emulator);
  expect(night.operations).toBeLessThanOrEqual(NIGHT);
  const erasure = await erasureOf(emulator);
  expect(erasure.operations).toBeLessThanOrEqual(ERASURE);
  const rolls = emulator.database.read<Roll>('rolls');
  expect(rolls.filter(roll => JSON.stringify(roll).includes(idOfKind('worker')))).toEqual([]);

  // The history is one that the product could have left: lines, standings and counters agree.
  const reports = emulator.database.read<CheckReport>('checks').sort((a, b) => b.startedAt - a.startedAt);
  expect(reports[0]).toMatchObject({ alarms: [], healed: { unusedHolds: 0, missingHolds: 0 } });
  // Of eighty batches only those are checked whose lines can still change.
  expect(reports[0]!.sections).toBeLessThanOrEqual(4 * FULL.classes);
}, 300_000);
