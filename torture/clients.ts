import type { AnswerOf } from '../domain/api';
import type { EmulatorProcess, Reply } from './emulator-process';
import type { Answered, Operation, Recorder } from './history';
import type { Random } from '../scripts/crowd/random';
import type { Person, World } from './world';

type LineAnswer = AnswerOf<'line.claim'> | AnswerOf<'line.drop'> | AnswerOf<'line.place'>;

/** The parts of a rush: who acts, on what, and who records what they are told. */
export interface Rush {
  emulator: EmulatorProcess;
  recorder: Recorder;
  world: World;
  /** Called with answers that no sound product gives: FAULT, or a function that threw. */
  onFault(operation: Operation, text: string): void;
}

/** Runs one act of one client, from tap to answer, and records it. */
export async function act(
  { emulator, recorder, world, onFault }: Rush,
  kind: Operation['kind'],
  { openid, memberId }: Person,
  sectionId: string,
): Promise<Answered> {
  if (emulator.isKilled) return { kind: 'unknown', why: 'not sent' };
  const batchId = world.sections.find(section => section._id === sectionId)!.batchId;
  const operation = recorder.begin(kind, memberId, sectionId);
  const reply = await emulator.call(openid, `line.${kind}`, kind === 'claim' ? { batchId, sectionId } : { sectionId });
  const answer = answerOf(kind, reply);
  recorder.end(operation, answer);
  const thrown = reply.status === 502 && (reply.body as { code?: unknown }).code !== 'FUNCTION_CRASHED';
  const fault = answer.kind === 'unknown' && answer.why === 'FAULT';
  if (thrown || fault) onFault(operation, JSON.stringify(reply.body));
  return answer;
}

function answerOf(kind: Operation['kind'], { status, body }: Reply): Answered {
  if (status !== 200) return { kind: 'unknown', why: status === 0 ? 'no reply' : `status ${status}` };
  const answer = body as LineAnswer;
  if (!answer.ok) {
    if (answer.code === 'BUSY' || answer.code === 'FAULT') return { kind: 'unknown', why: answer.code };
    return { kind: 'refused', code: answer.code, ...(answer.details && { details: { ...answer.details } }) };
  }
  switch (kind) {
    case 'claim':
      return { kind: 'claimed', claimed: answer.data as never };
    case 'drop':
      return { kind: 'left', state: (answer.data as { left: never }).left };
    case 'place':
      return { kind: 'place', place: (answer.data as { place: never }).place };
  }
}

/** What a client does before it pauses. Each is something that people, phones and scripts really do. */
export const HABITS: Record<string, (rush: Rush, person: Person, random: Random) => Promise<unknown>> = {
  /** Five taps before the first answer. */
  async tapFiveTimes(rush, person, random) {
    const sectionId = anyLine(rush, random);
    await Promise.all(Array.from({ length: 5 }, () => act(rush, 'claim', person, sectionId)));
  },
  /** After a time-out: asks where it stands, and taps again if it stands nowhere. */
  async tapAndFindOut(rush, person, random) {
    const sectionId = anyLine(rush, random);
    const answer = await act(rush, 'claim', person, sectionId);
    if (answer.kind !== 'unknown') return;
    const found = await act(rush, 'place', person, sectionId);
    if (found.kind === 'place' && found.place === null) await act(rush, 'claim', person, sectionId);
  },
  /** Two phones, two sections at the same moment: the limit and the clashes must hold. */
  async tapTwoAtOnce(rush, person, random) {
    const first = anyLine(rush, random);
    const { clashIds } = rush.world.sections.find(section => section._id === first)!;
    const second = clashIds.length > 0 && random.chance(0.6) ? random.pick(clashIds) : anyLine(rush, random);
    await Promise.all([act(rush, 'claim', person, first), act(rush, 'claim', person, second)]);
  },
  /** Collects sections until it is refused. */
  async tapAll(rush, person) {
    for (const { _id } of rush.world.sections) await act(rush, 'claim', person, _id);
  },
  async dropAndReclaim(rush, person, random) {
    const sectionId = anyLine(rush, random);
    await act(rush, 'drop', person, sectionId);
    await act(rush, 'claim', person, sectionId);
  },
  async dropTwiceAtOnce(rush, person, random) {
    const sectionId = anyLine(rush, random);
    await Promise.all([act(rush, 'drop', person, sectionId), act(rush, 'drop', person, sectionId)]);
  },
  /** Leaves on one phone while the other taps. */
  async dropWhileTapping(rush, person, random) {
    const sectionId = anyLine(rush, random);
    await Promise.all([act(rush, 'claim', person, sectionId), act(rush, 'drop', person, sectionId)]);
  },
  /** Leaves everything, so that lines move up and places come free. */
  async leaveAll(rush, person) {
    await Promise.all(rush.world.sections.map(({ _id }) => act(rush, 'drop', person, _id)));
  },
  async lookUp(rush, person, random) {
    await act(rush, 'place', person, anyLine(rush, random));
  },
  /** Waits in a line and taps another that clashes with it. A free seat there clears the wait. */
  async swap(rush, person, random) {
    const [first, second] = random.pick(rush.world.sections.filter(section => section.clashIds.length > 0)).clashIds;
    const from = second !== undefined && random.chance(0.5) ? second : first!;
    const to = random.pick(rush.world.sections.find(section => section._id === from)!.clashIds);
    await act(rush, 'claim', person, from);
    await act(rush, 'claim', person, to);
  },
};

const anyLine = ({ world }: Rush, random: Random): string => random.pick(world.sections)._id;

/** A burst: many clients at once, each with a few habits. Resolves when each has had its answers, or none. */
export async function burst(rush: Rush, clients: number, habits: number, random: Random): Promise<void> {
  const names = Object.keys(HABITS);
  const client = async (own: Random) => {
    const person = own.pick(rush.world.people);
    for (let done = 0; done < habits && !rush.emulator.isKilled; done += 1)
      await HABITS[own.pick(names)]!(rush, person, own);
  };
  await Promise.all(Array.from({ length: clients }, () => client(random.fork())));
}
