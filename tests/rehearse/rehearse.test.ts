import { GOALS } from '../../domain/rehearsal/rehearsal';
import { PROFILES, type Profile } from '../../rehearse/profile';
import type { Rehearsal } from '../../rehearse/rehearsal';
import { rehearse, warmFor } from '../../rehearse/rehearse';
import { pageOf } from '../../rehearse/report/page';
import { sheetOf } from '../../rehearse/sheet';
import { sampleBatch, sheetBatch } from '../../rehearse/sources';
import { summaryOf, type Summary } from '../../rehearse/summary';

const standard = PROFILES.standard;

const plan = (change: Partial<Rehearsal> = {}): Rehearsal => ({
  batch: sampleBatch(),
  people: 60_000,
  seconds: 10,
  curve: 'stroke',
  profile: standard,
  seed: 1,
  warm: warmFor(change.people ?? 60_000, change.profile ?? standard),
  posted: true,
  paced: true,
  pacing: 'product',
  ...change,
});
const run = (change: Partial<Rehearsal> = {}): Summary => summaryOf(rehearse(plan(change)));

/** So many times fewer people under a plan so many times smaller: as crowded, and as many times quicker to rehearse. */
const scaled = (by: number): Partial<Rehearsal> & { people: number } => {
  const { callsPerSecond, instances, database } = standard;
  const profile: Profile = {
    ...standard,
    callsPerSecond: callsPerSecond / by,
    instances: { ...instances, most: instances.most / by, growthPerMinute: instances.growthPerMinute / by },
    database: { ...database, connections: database.connections / by },
  };
  return { people: 60_000 / by, profile, warm: 150 / by };
};
const small = scaled(10);

/** Nobody is told anything that the lines do not bear out. */
const SOUND = { oversold: 0, duplicates: 0, mistold: 0, undersold: 0, inversions: 0 };

describe('60,000 people in ten seconds', () => {
  test('under the standard plan all know where they stand within 30 s, for at most 1.5 calls each', () => {
    const summary = run();

    expect(summary.definite).toBe(60_000);
    expect(summary.lastToldAt).toBeLessThanOrEqual(GOALS.answeredWithinMs);
    expect(summary.callsPerPerson).toBeLessThanOrEqual(GOALS.callsPerPerson);
    expect(summary.seats).toMatchObject({ given: 260, waiting: 130 });
    expect(summary.check).toMatchObject(SOUND);
    expect(sheetOf(summary)).toMatchObject({ go: true, title: '可以放号' });
  });

  test('on the smallest plan a tenth of them are too many, and the sheet says no, and that it is the database', () => {
    const summary = run({ people: 6_000, profile: PROFILES.smallest });
    const sheet = sheetOf(summary);

    expect(summary.check).toMatchObject(SOUND);
    expect(sheet).toMatchObject({ go: false, title: '先别放号' });
    expect(sheet.reasons.filter(reason => !reason.holds).map(reason => reason.says)).toEqual(
      expect.arrayContaining([expect.stringContaining('没有得到明确答复'), expect.stringContaining('数据库忙不过来')]),
    );
  });
});

test.each([1_000, 1_500])(
  '%i people on the smallest plan: a claim that the database left half done goes on',
  people => {
    const summary = run({ people, profile: PROFILES.smallest });

    // An earlier try has reserved a place and not joined the line, so the next one has to read the standing.
    expect(summary.operations.readStanding).toBeGreaterThan(0);
    expect(summary.check).toMatchObject(SOUND);
  },
);

describe('what it rests on', () => {
  test('a tenth of it under a tenth of the plan stands too', () => {
    expect(sheetOf(run(small)).go).toBe(true);
  });

  test('control: phones that try again at once miss both bounds', () => {
    const summary = run({ ...scaled(25), pacing: 'eager', posted: false });

    expect(summary.lastToldAt).toBeGreaterThan(GOALS.answeredWithinMs);
    expect(summary.callsPerPerson).toBeGreaterThan(GOALS.callsPerPerson);
    expect(sheetOf(summary).go).toBe(false);
  });

  test('control: paced phones without a posted board leave people without an answer', () => {
    const summary = run({ ...small, posted: false });

    expect(summary.definite).toBeLessThan(small.people);
    expect(summary.callsPerPerson).toBeGreaterThan(GOALS.callsPerPerson);
    expect(sheetOf(summary).go).toBe(false);
  });

  test('control: a check that sees nothing would not see two people swapped in a line', () => {
    const record = rehearse(plan(small));
    const { line } = record.sections[0]!;
    const [last] = line.splice(-1);
    line.unshift(last!);

    expect(summaryOf(record).check.mistold).toBeGreaterThan(0);
  });

  test.each([2, 3, 4, 5])('seed %i: seats are given once, in order, and told truly', seed => {
    const summary = run({ ...small, seed });

    expect(summary.seats).toMatchObject({ given: 260, waiting: 130 });
    expect(summary.check).toMatchObject({ ...SOUND, unanswered: 0 });
  });

  test('warm instances are what the first second needs', () => {
    const cold = run({ ...small, warm: 0 });
    const warm = run(small);

    expect(cold.turned.instances).toBeGreaterThan(2 * warm.turned.instances);
    expect(cold.seats.at.at(-1)!).toBeGreaterThan(warm.seats.at.at(-1)!);
  });
});

test('the same seed gives the same record to the last number, another seed another', () => {
  const few = { ...small, people: 2_000 };

  expect(run(few)).toEqual(run(few));
  expect(run({ ...few, seed: 2 })).not.toEqual(run(few));
});

test.each([
  ['that returns what it wrote', true, 0],
  ['that does not', false, 5],
])(
  'in a database %s a claim takes the operations that the product takes (tests/server/cost.test.ts)',
  (_, returns, reads) => {
    const few = run({
      people: 5,
      profile: { ...standard, database: { ...standard.database, returns } },
      warm: 10,
      posted: false,
      batch: sheetBatch('', '课程名称,班次,名额,候补名额\n瑜伽,,9,0\n'),
    });

    expect(few.operations).toMatchObject({
      reserve: 5,
      join: 5,
      readSection: reads,
      readStanding: 0,
      release: 0,
      readBatch: 0,
    });
  },
);

test('fewer people than places: everybody has a place and nothing is full', () => {
  const summary = run({ ...small, people: 60 });

  expect(summary.told).toMatchObject({ FULL: 0, FULL_BY_BOARD: 0, BUSY: 0 });
  expect(summary.told.SEATED + summary.told.WAITING).toBe(60);
});

describe('a city that wants every class at once, a sixteenth of it: 19 classes of 30 seats, 40,625 people', () => {
  const by = 16;
  const classes = Array.from({ length: 19 }, (_, i) => `书法,${i + 1} 班,30,0\n`).join('');
  const city = (change: Partial<Rehearsal> = {}) =>
    rehearse(
      plan({
        ...scaled(by),
        batch: sheetBatch('', `课程名称,班次,名额,候补名额\n${classes}`),
        people: 650_000 / by,
        ...change,
      }),
    );
  const chances = (change: Partial<Rehearsal>) => {
    const { people, rehearsal } = city(change);
    const odd = people.slice(0, rehearsal.people * rehearsal.odd!.share);
    const seatedOf = (some: typeof people) => some.filter(person => person.told === 'SEATED').length / some.length;
    return { odd: seatedOf(odd), others: seatedOf(people.slice(odd.length)) };
  };

  test('with a pace hardly a call is refused, all are answered, and no quarter of the seats is given later', () => {
    const paced = summaryOf(city());
    const control = summaryOf(city({ paced: false }));
    const quarters = ({ seats: { at } }: Summary) => [0.5, 0.75, 1].map(share => at[Math.ceil(at.length * share) - 1]!);

    expect(paced.check).toMatchObject({ ...SOUND, unanswered: 0 });
    expect(paced.seats.given).toBe(570);
    expect(paced.lastToldAt).toBeLessThan(GOALS.answeredWithinMs);
    expect(paced.callsPerPerson).toBeLessThan(0.1);
    // In the whole city it is fewer than one in ten (docs/rehearse.md). A sixteenth is coarser.
    expect(paced.turned.gate).toBeLessThan(0.33 * paced.calls.claim);
    expect(control.turned.gate).toBeGreaterThan(0.9 * control.calls.claim);
    expect(control.callsPerPerson).toBeGreaterThan(1);
    // Of 19 lines the last seat is a matter of one call more or less, so a twentieth is allowed.
    quarters(paced).forEach((at, i) => expect(at).toBeLessThan(1.05 * quarters(control)[i]!));
  });

  test('who ends the wait and taps again, again and again, has no better chance', () => {
    const { odd, others } = chances({ odd: { share: 0.5, manner: 'restless' } });

    expect(odd / others).toBeGreaterThan(0.8);
    expect(odd / others).toBeLessThan(1.2);
  });

  test('control: an app that is not ours and waits for no turn has', () => {
    const { odd, others } = chances({ odd: { share: 0.01, manner: 'eager' } });

    expect(odd / others).toBeGreaterThan(2);
  });
});

describe('a sheet of courses', () => {
  test('is read with its places', () => {
    const batch = sheetBatch('夏季第一期', '课程名称,班次,名额,候补名额\n瑜伽,一班,20,5\n太极,,30,\n');

    expect(batch.sections).toEqual([
      { sectionId: 's-01', name: '瑜伽一班', capacity: 20, waitlistLimit: 5 },
      { sectionId: 's-02', name: '太极', capacity: 30, waitlistLimit: 0 },
    ]);
  });

  test.each([
    ['课程名称,班次,名额,候补名额\n瑜伽,一班,二十,5\n', '第 2 行'],
    ['课程名称,班次,名额,候补名额\n', '没有班'],
  ])('that makes no sense is refused with its row: %j', (text, says) => {
    expect(() => sheetBatch('', text)).toThrow(says);
  });
});

describe('the report', () => {
  const summary = run({ ...small, batch: { ...sampleBatch(), title: '<b>第一期</b>' } });
  const page = pageOf(summary, sheetOf(summary, ['预热 <15> 个']));

  test('says whether the release may go, and shows six charts for both widths', () => {
    expect(page).toContain('可以放号');
    expect(page.match(/<svg /g)).toHaveLength(12);
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('loads nothing and takes no markup from outside', () => {
    expect(page).not.toMatch(/<script|src=|href=|@import|url\(/);
    expect(page).toContain('&lt;b&gt;第一期&lt;/b&gt;');
    expect(page).toContain('预热 &lt;15&gt; 个');
  });

  test('of a rush that did not stand says so', () => {
    const none = run({ ...scaled(50), posted: false });

    expect(pageOf(none, sheetOf(none))).toContain('先别放号');
  });
});
