import { range, SOUND, startScene, type Scene } from './scene';

/** A seat clears my waits that clash with it, and nobody ever stands in two lines that clash. */
const pair = (id: string) => ({
  [`${id}A`]: { capacity: 1, waitlistLimit: 3, clashIds: [`${id}B`] },
  [`${id}B`]: { capacity: 2, waitlistLimit: 3, clashIds: [`${id}A`] },
});
let scene: Scene;
beforeAll(async () => {
  scene = await startScene({
    sections: {
      ...pair('seat'),
      ...pair('seated'),
      ...pair('noSeat'),
      ...pair('race'),
      ...pair('conflict'),
      threeA: { capacity: 1, waitlistLimit: 3, clashIds: ['threeC'] },
      threeB: { capacity: 1, waitlistLimit: 3, clashIds: ['threeC'] },
      threeC: { capacity: 2, clashIds: ['threeA', 'threeB'] },
      ...Object.fromEntries(range(8).flatMap(index => Object.entries(pair(`r${index}`)))),
    },
    workers: 40,
    batch: { limit: 30 },
    emulator: { instances: { perFunction: { line: { min: 4, max: 4 } } } },
  });
});
afterAll(() => scene.stop());
afterEach(() => scene.emulator.setFaults({}));

const ids = (...indices: number[]) => indices.map(index => scene.worker(index).memberId);

test('waiting there, a free seat here: one tap moves me, and says so', async () => {
  await scene.worker(0).claim('seatA');
  await scene.worker(1).claim('seatA');
  await scene.worker(2).claim('seatA');

  expect(await scene.worker(1).claim('seatB')).toMatchObject({
    data: { already: false, clearedSectionIds: ['seatA'], place: { sectionId: 'seatB', state: 'SEATED', number: 1 } },
  });
  expect(scene.line('seatA')).toEqual(ids(0, 2));
  expect(scene.section('seatA').lineCount).toBe(2);
  expect(scene.line('seatB')).toEqual(ids(1));
  expect(scene.standing(scene.worker(1))).toMatchObject({
    holds: [{ sectionId: 'seatB' }],
    batches: { b: { count: 1 } },
  });
});

test('seated there: the answer names that section, and nothing changes', async () => {
  await scene.worker(0).claim('seatedA');

  expect(await scene.worker(0).claim('seatedB')).toMatchObject({
    code: 'CLASH',
    details: { sectionId: 'seatedA', state: 'SEATED' },
  });
  expect(scene.line('seatedB')).toEqual([]);
});

test('waiting there, no free seat here: neither wait is taken away', async () => {
  await scene.worker(0).claim('noSeatA');
  await scene.worker(1).claim('noSeatA');
  await scene.worker(2).claim('noSeatB');
  await scene.worker(3).claim('noSeatB');

  expect(await scene.worker(1).claim('noSeatB')).toMatchObject({
    code: 'CLASH',
    details: { sectionId: 'noSeatA', state: 'WAITING' },
  });
  expect(scene.line('noSeatA')).toEqual(ids(0, 1));
  expect(scene.line('noSeatB')).toEqual(ids(2, 3));
});

test('one seat clears two waits', async () => {
  await scene.worker(0).claim('threeA');
  await scene.worker(2).claim('threeB');
  await scene.worker(1).claim('threeA');
  await scene.worker(1).claim('threeB');

  const answer = await scene.worker(1).claim('threeC');

  expect(answer).toMatchObject({ data: { place: { state: 'SEATED' } } });
  expect(answer.ok && [...answer.data.clearedSectionIds].sort()).toEqual(['threeA', 'threeB']);
  expect(scene.line('threeA')).toEqual(ids(0));
  expect(scene.line('threeB')).toEqual(ids(2));
});

test('somebody drops in A while I swap to B: I have exactly one of the two seats, and B or A goes on', async () => {
  for (const index of range(8)) {
    const [a, b] = [`r${index}A`, `r${index}B`];
    await scene.worker(10).claim(a);
    await scene.worker(11).claim(a);
    await scene.worker(12).claim(a);

    const [swapped] = await Promise.all([scene.worker(11).claimUntilAnswered(b), scene.worker(10).drop(a)]);

    const inA = scene.line(a).includes(scene.worker(11).memberId);
    const inB = scene.line(b).includes(scene.worker(11).memberId);
    expect([inA, inB].filter(Boolean)).toHaveLength(1);
    if (swapped.ok) expect(scene.line(a)).toEqual(ids(12));
    else expect(swapped).toMatchObject({ code: 'CLASH', details: { state: 'SEATED' } });
  }
  expect(scene.healing()).toEqual(SOUND);
});

test('five taps at once on the swap are one seat', async () => {
  await scene.worker(0).claim('raceA');
  await scene.worker(20).claim('raceA');

  const answers = await Promise.all(range(5).map(() => scene.worker(20).claimUntilAnswered('raceB')));

  expect(answers.every(answer => answer.ok && answer.data.place.state === 'SEATED')).toBe(true);
  expect(scene.line('raceB')).toEqual(ids(20));
  expect(scene.line('raceA')).toEqual(ids(0));
  expect(scene.healing()).toEqual(SOUND);
});

test('conflicts of the transaction are tried again; one that stays is BUSY and changes nothing', async () => {
  await scene.worker(0).claim('conflictA');
  await scene.worker(21).claim('conflictA');
  const conflict = { on: 'database', kind: 'conflict', action: 'commitTransaction' } as const;

  scene.emulator.setFaults({ rules: [conflict] });
  expect(await scene.worker(21).claim('conflictB')).toMatchObject({ code: 'BUSY' });
  expect(scene.line('conflictA')).toEqual(ids(0, 21));

  scene.emulator.setFaults({ rules: [{ ...conflict, times: 2 }] });
  expect(await scene.worker(21).claimUntilAnswered('conflictB')).toMatchObject({
    data: { clearedSectionIds: ['conflictA'] },
  });
  expect(scene.healing()).toEqual(SOUND);
});
