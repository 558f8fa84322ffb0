import { join } from 'node:path';
import { range, SOUND, startScene, tally, type Scene } from './scene';

/**
 * One person at several phones. Each guard has its control: the same taps on a claim that looks and
 * then writes do what the guard prevents.
 */
const SECTIONS = {
  tea: { capacity: 50, waitlistLimit: 10 },
  choir: { capacity: 50 },
  guqin: { capacity: 50 },
  tuesday: { capacity: 50, clashIds: ['tuesdayToo'] },
  tuesdayToo: { capacity: 50, clashIds: ['tuesday'] },
};
const SLOW = { databaseLatencyMs: { min: 1, max: 8 } };
const FOUR = { min: 4, max: 4 };
const PEOPLE = 12;

describe('our claim', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({
      sections: SECTIONS,
      workers: 60,
      batch: { limit: 2 },
      emulator: { instances: { perFunction: { line: FOUR } }, faults: SLOW },
    });
  });
  afterAll(() => scene.stop());

  test('five taps at once are one seat and one answer', async () => {
    for (const person of range(PEOPLE).map(scene.worker)) {
      const answers = await Promise.all(range(5).map(() => person.claimUntilAnswered('tea')));

      expect(tally(answers)).toEqual({ SEATED: 5 });
      expect(new Set(answers.map(answer => answer.ok && answer.data.place.at)).size).toBe(1);
      expect(answers.filter(answer => answer.ok && !answer.data.already)).toHaveLength(1);
      expect(scene.standing(person)?.batches.b?.count).toBe(1);
    }
    expect(scene.line('tea')).toHaveLength(PEOPLE);
  });

  test('two claims at once cannot pass the limit together', async () => {
    for (const person of range(PEOPLE).map(index => scene.worker(20 + index))) {
      await person.claim('choir');
      const answers = await Promise.all(['tea', 'guqin'].map(id => person.claimUntilAnswered(id)));

      expect(tally(answers)).toEqual({ SEATED: 1, LIMIT_REACHED: 1 });
      expect(scene.standing(person)?.batches.b?.count).toBe(2);
    }
  });

  test('two claims at once cannot take two sections that clash', async () => {
    for (const person of range(PEOPLE).map(index => scene.worker(40 + index))) {
      const answers = await Promise.all(['tuesday', 'tuesdayToo'].map(id => person.claimUntilAnswered(id)));

      expect(tally(answers)).toEqual({ SEATED: 1, CLASH: 1 });
    }
    const twice = scene.line('tuesday').filter(id => scene.line('tuesdayToo').includes(id));
    expect(twice).toEqual([]);
  });

  test('and nothing is left behind', () => {
    expect(scene.healing()).toEqual(SOUND);
  });
});

describe('control: a claim that looks and then writes', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene({
      sections: SECTIONS,
      workers: 60,
      emulator: { functions: join(__dirname, 'naive-functions'), instances: FOUR, faults: SLOW },
    });
  });
  afterAll(() => scene.stop());
  const tap = (index: number, sectionId: string) =>
    scene.emulator.post('naive', { memberId: scene.worker(index).memberId, sectionId });

  test('five taps give one person several seats', async () => {
    for (const index of range(PEOPLE)) await Promise.all(range(5).map(() => tap(index, 'tea')));
    expect(scene.line('tea').length).toBeGreaterThan(PEOPLE);
  });

  test('the limit breaks', async () => {
    for (const index of range(PEOPLE)) {
      await tap(20 + index, 'choir');
      await Promise.all(['tea', 'guqin'].map(id => tap(20 + index, id)));
    }
    const held = range(PEOPLE).map(index => scene.standing(scene.worker(20 + index))!.holds.length);
    expect(Math.max(...held)).toBeGreaterThan(2);
  });

  test('people stand in two sections that clash', async () => {
    for (const index of range(PEOPLE)) await Promise.all(['tuesday', 'tuesdayToo'].map(id => tap(40 + index, id)));
    const twice = scene.line('tuesday').filter(id => scene.line('tuesdayToo').includes(id));
    expect(twice.length).toBeGreaterThan(0);
  });
});
