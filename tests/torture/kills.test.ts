import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { showViolation } from '../../torture/report';
import { torture } from '../../torture/run';
import { builtWith, type Seed } from './variant';

/** `SEEDED=1` sows every mistake (minutes); else the two that are found at once. */
const ALL_SEEDS = process.env.SEEDED === '1';
const KILLS = 24;

/** What a run found, and the first of it with its history: what a failing test shows. */
async function run(kills: number, seed: number, enough: number, sown?: Seed) {
  const built = await builtWith(sown);
  try {
    const result = await torture({ ...built, kills, seed, lanes: 2, enough });
    return { ...result, shown: result.violations.slice(0, 3).map(showViolation) };
  } finally {
    built.remove();
  }
}

test(`${KILLS} kills in the middle of rushes: what was told is true afterwards`, async () => {
  const { shown, kills, acknowledged, unknown } = await run(KILLS, 20260710, 1);

  expect(shown).toEqual([]);
  expect(kills).toBe(KILLS);
  expect(acknowledged).toBeGreaterThan(5 * KILLS);
  expect(unknown).toBeGreaterThan(KILLS);
}, 300_000);

/** The check itself: each of these mistakes, sown into what ships, must be found. */
const MISTAKES: [string, Seed][] = [
  [
    'joins a line without asking whether it is full',
    { file: 'server/line/join.ts', replace: 'lineCount: _.lt(lineSize(facts)),', by: '' },
  ],
  [
    'answers before the claim is committed',
    {
      file: 'server/line/claim-effects.ts',
      replace: 'while (!step.done) step',
      by: `while (!step.done)
        if (step.value.do === 'join') {
          void doing.join(step.value);
          const place = { sectionId: facts._id, state: 'SEATED' as const, number: 1, behind: 0, at: step.value.at };
          return { place, already: false, clearedSectionIds: [] };
        } else step`,
    },
  ],
  [
    'answers before the disk has it',
    {
      file: 'emulator/database/journal.ts',
      replace: 'if (change <= this.durable) return undefined;',
      by: 'if (change >= 0) return undefined;',
    },
  ],
  [
    'swaps the last two of a line at each claim',
    {
      file: 'server/line/join.ts',
      replace: '_.push([newEntry(memberId, at)])',
      by: '_.push({ each: [newEntry(memberId, at)], position: -1 })',
    },
  ],
  [
    'heals the wrong way round: releases the holds that are used',
    { file: 'domain/line/heal.ts', replace: "if (state === 'UNUSED') healing", by: "if (state === 'USED') healing" },
  ],
  [
    'counts a place twice',
    {
      file: 'server/line/reserve.ts',
      replace: '[`batches.${facts.batchId}.count`]: _.inc(1)',
      by: '[`batches.${facts.batchId}.count`]: _.inc(2)',
    },
  ],
  [
    'forgets the clashes when it reserves',
    {
      file: 'server/line/reserve.ts',
      replace: '_.nin([facts._id, ...facts.clashIds])',
      by: '_.nin([facts._id])',
    },
  ],
  [
    'gives the hold back and leaves the person in the line',
    {
      file: 'server/line/leave-line.ts',
      replace: 'const after = await leave(before, going.entry, now, going.late);',
      by: 'const after = leave && before;',
    },
  ],
];

test('every mistake has a place to fall on, those too that a short run does not sow', () => {
  const lost = MISTAKES.filter(
    ([, { file, replace }]) => !readFileSync(join(__dirname, '../..', file), 'utf8').includes(replace),
  );
  expect(lost.map(([title]) => title)).toEqual([]);
});

const QUICK = /^(heals|counts)/;
const sown = MISTAKES.filter(([title]) => ALL_SEEDS || QUICK.test(title));
test.each(sown)(
  'found: a product that %s',
  async (_title, seed) => {
    const { counts } = await run(30, 5, 1, seed);

    // Under which name depends on where the kill falls; that it is found at all is the promise.
    expect(Object.keys(counts)).not.toEqual([]);
  },
  300_000,
);
