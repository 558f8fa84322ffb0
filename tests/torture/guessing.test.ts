import { MOST_NUMBER_TRIES } from '../../domain/lesson/check-in-code';
import { untilIdle } from '../emulated';
import { shown, startClassroom, type Classroom } from '../journeys/classroom';
import { range } from '../journeys/scene';
import { builtWith, type Built, type Seed } from './variant';

/** Four digits cannot be guessed by asking many instances at once. */

const LOOK_THEN_WRITE: Seed = {
  file: 'server/lesson/which-lesson.ts',
  replace: 'if (!(await takeNumberTry(memberId, now)))',
  // The pause makes the race certain on a machine of any speed: all instances look before any of them writes.
  by: `const [me] = await find('standings', { _id: memberId });
  await new Promise(resolve => setTimeout(resolve, 100));
  if ((me?.numberTries?.length ?? 0) < 10) void (await takeNumberTry(memberId, now));
  else`,
};

const INSTANCES = 4;
let built: Built | undefined;
let room: Classroom;
afterEach(async () => {
  await room.stop();
  built?.remove();
  built = undefined;
});

/** Fifty wrong numbers at once; how many of them were looked at. */
async function guesses(seed?: Seed): Promise<number> {
  built = seed && (await builtWith(seed));
  room = await startClassroom({
    emulator: {
      instances: { min: 0, max: 1, perFunction: { app: { min: INSTANCES, max: INSTANCES } } },
      ...(built && { functions: built.functions }),
    },
  });
  const { number } = await shown(room);
  await untilIdle(room.emulator, 'app', INSTANCES);
  room.emulator.setFaults({ databaseLatencyMs: 5 });

  const code = String((Number(number) + 5_000) % 10_000).padStart(4, '0');
  const answers = await Promise.all(range(50).map(() => room.worker(0).call('lesson.checkIn', { code })));

  const codes = answers.map(answer => (answer.ok ? 'OK' : answer.code));
  expect(new Set(codes)).toEqual(new Set(['NUMBER_WRONG', 'NUMBER_TRIES_UP']));
  return codes.filter(one => one === 'NUMBER_WRONG').length;
}

test('fifty numbers at once on four instances: ten are looked at', async () => {
  expect(await guesses()).toBe(MOST_NUMBER_TRIES);
  expect(room.standing(room.worker(0))!.numberTries).toHaveLength(MOST_NUMBER_TRIES);
});

test('control: who looks at the tries first and writes afterwards lets more through', async () => {
  expect(await guesses(LOOK_THEN_WRITE)).toBeGreaterThan(MOST_NUMBER_TRIES);
});
