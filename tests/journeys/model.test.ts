import { LONGEST_REOPEN_MS } from '../../domain/line/full-memory';
import type { AnswerOf } from '../../domain/api';
import type { LineEntry, Section } from '../../domain/model';
import { Random } from '../../scripts/crowd/random';
import { range, SOUND, startScene, type Scene } from './scene';
import { isFull } from '../../domain/line/line';

/**
 * Invariants 1 to 3 on the real functions, under random taps of several people at once, with drops, swaps and a clock
 * that jumps. A run that fails names its seed, and the same seed makes the same taps.
 */
const SEEDS = range(6).map(index => index + 1);
const ROUNDS = 10;
const PEOPLE = 7;
const LIMIT = 2;

/** Per run: two sections that clash, one that clashes with both, one free of clashes. */
const sectionsOf = (seed: number): Record<string, Partial<Section>> => {
  const id = (name: string) => `${name}${seed}`;
  return {
    [id('a')]: { capacity: 1, waitlistLimit: 2, clashIds: [id('b'), id('c')] },
    [id('b')]: { capacity: 2, waitlistLimit: 1, clashIds: [id('a'), id('c')] },
    [id('c')]: { capacity: 2, waitlistLimit: 0, clashIds: [id('a'), id('b')] },
    [id('d')]: { capacity: 2, waitlistLimit: 3 },
  };
};

let scene: Scene;
beforeAll(async () => {
  scene = await startScene({
    sections: Object.assign({}, ...SEEDS.map(sectionsOf)),
    batch: { limit: LIMIT },
    workers: PEOPLE * SEEDS.length,
    emulator: {
      instances: { perFunction: { line: { min: 3, max: 3 } } },
      faults: { databaseLatencyMs: { min: 0, max: 3 } },
    },
  });
});
afterAll(() => scene.stop());

type Tap = { person: number; id: string; drop: boolean };
type Told = Tap & { answer: AnswerOf<'line.claim'> | AnswerOf<'line.drop'> };

test.each(SEEDS)('seed %i', async seed => {
  const random = new Random(seed);
  const ids = Object.keys(sectionsOf(seed));
  let clock = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = new Map(ids.map(id => [id, scene.section(id)]));
    const told = await Promise.all(tapsOf(random, seed, ids).map(tap));
    for (const id of ids)
      checkSection(
        before.get(id)!,
        scene.section(id),
        told.filter(one => one.id === id),
      );
    checkPeople(seed, ids);
    if (random.int(3) === 0) scene.emulator.setClock((clock += LONGEST_REOPEN_MS + 1));
  }
  expect(scene.healing()).toEqual(SOUND);
});

const tapsOf = (random: Random, seed: number, ids: string[]): Tap[] =>
  range(1 + random.int(6)).map(() => ({
    person: (seed - 1) * PEOPLE + random.int(PEOPLE),
    id: random.pick(ids),
    drop: random.int(3) === 0,
  }));

async function tap(one: Tap): Promise<Told> {
  const person = scene.worker(one.person);
  return { ...one, answer: await (one.drop ? person.drop(one.id) : person.claim(one.id)) };
}

const nameOf = (entry: LineEntry) => `${entry.memberId} ${entry.at}`;

function checkSection(before: Section, after: Section, told: Told[]): void {
  const ids = after.line.map(entry => entry.memberId);
  // 1: never too many, nobody twice, and the counter equals the line.
  expect(after.lineCount).toBe(ids.length);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeLessThanOrEqual(after.capacity + after.waitlistLimit);

  // 3: who stayed keeps the order, who came stands behind.
  const stayed = after.line.map(nameOf).filter(name => before.line.map(nameOf).includes(name));
  expect(after.line.map(nameOf).slice(0, stayed.length)).toEqual(stayed);
  expect(before.line.map(nameOf).filter(name => stayed.includes(name))).toEqual(stayed);

  // 2: told FULL only where the line was full, at the beginning or at the end of the round.
  const full = told.some(({ answer }) => !answer.ok && answer.code === 'FULL');
  const left = told.some(one => one.drop && one.answer.ok);
  if (full && !left)
    expect(isFull(before) || isFull(after) || before.reopensAt > scene.emulator.now() - 500).toBe(true);
}

function checkPeople(seed: number, ids: string[]): void {
  const lines = new Map(ids.map(id => [id, scene.line(id)]));
  for (const index of range(PEOPLE)) {
    const { memberId } = scene.worker((seed - 1) * PEOPLE + index);
    const mine = ids.filter(id => lines.get(id)!.includes(memberId));
    expect(mine.length).toBeLessThanOrEqual(LIMIT);
    for (const id of mine) expect(scene.section(id).clashIds.filter(other => mine.includes(other))).toEqual([]);
  }
}
