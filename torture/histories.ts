import type { Emulator } from '../emulator/emulator';
import { Recorder, type Answered, type Operation } from './history';
import type { LineSize } from './line-model';
import type { Random } from '../scripts/crowd/random';
import { makeWorld, memberOf, personOf, type Person } from './world';

/** A history of one line, as clients of the real functions experienced it. */
export interface LineHistory {
  size: LineSize;
  operations: Operation[];
}

const PEOPLE = 6;
const SIZES: LineSize[] = [
  { capacity: 1, waitlistLimit: 1 },
  { capacity: 2, waitlistLimit: 1 },
  { capacity: 3, waitlistLimit: 0 },
  { capacity: 2, waitlistLimit: 2 },
];
const JUMPS_MS = [0, 500, 2_900, 3_100, 5_100, 10_100];

/**
 * Records `count` short histories, each on a line of its own. Each has bursts of claims, drops and questions at
 * once. Between two bursts the clock jumps, so that memories and closed places end.
 */
export async function* recordHistories(emulator: Emulator, count: number, random: Random): AsyncGenerator<LineHistory> {
  const [pattern] = makeWorld('lines', emulator.now(), random).sections;
  const [batch] = makeWorld('lines', emulator.now(), random).batches;
  const people = Array.from({ length: PEOPLE }, (_, index) => personOf('line', index));
  const settled = { [pattern!.batchId]: { settledAt: 1, count: 0 } };
  const { limit: _none, ...unlimited } = pattern!;
  const { limit: _noneEither, ...openBatch } = batch!;
  const lines = Array.from({ length: count }, (_, index) => ({ id: `history-${index}`, size: random.pick(SIZES) }));
  await emulator.database.import('batches', [openBatch]);
  await emulator.database.import(
    'members',
    people.map(person => memberOf(person, 0)),
  );
  await emulator.database.import(
    'standings',
    people.map(({ memberId }) => ({ _id: memberId, holds: [], batches: settled })),
  );
  await emulator.database.import(
    'sections',
    lines.map(({ id, size }) => ({ ...unlimited, ...size, _id: id, clashIds: [] })),
  );

  for (const { id, size } of lines) {
    const recorder = new Recorder(() => emulator.now());
    for (let bursts = random.between(1, 3); bursts > 0; bursts -= 1) {
      const acts = Array.from({ length: random.between(4, 8) }, () => actOf(random));
      await Promise.all(acts.map(kind => act(emulator, recorder, kind, random.pick(people), id, pattern!.batchId)));
      emulator.setClock(emulator.now() - Date.now() + random.pick(JUMPS_MS));
    }
    yield { size, operations: recorder.operations };
  }
}

const actOf = (random: Random): Operation['kind'] => {
  const draw = random.next();
  if (draw < 0.6) return 'claim';
  return draw < 0.9 ? 'drop' : 'place';
};

async function act(
  emulator: Emulator,
  recorder: Recorder,
  kind: Operation['kind'],
  { openid, memberId }: Person,
  sectionId: string,
  batchId: string,
): Promise<void> {
  const operation = recorder.begin(kind, memberId, sectionId);
  const input = kind === 'claim' ? { batchId, sectionId } : { sectionId };
  const answer = await emulator.call('line', { endpoint: `line.${kind}`, input }, openid);
  recorder.end(operation, answeredBy(kind, answer));
}

function answeredBy(kind: Operation['kind'], answer: unknown): Answered {
  const { ok, code, data } = answer as { ok: boolean; code: string; data: never };
  if (!ok) return code === 'BUSY' ? { kind: 'unknown', why: code } : { kind: 'refused', code };
  if (kind === 'claim') return { kind: 'claimed', claimed: data };
  if (kind === 'drop') return { kind: 'left', state: (data as { left: never }).left };
  return { kind: 'place', place: (data as { place: never }).place };
}
