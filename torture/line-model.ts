import { FULL_MEMORY_MS, REOPEN_MS } from '../domain/line/full-memory';
import type { Operation } from './history';
import { isLinearizable, type Steps } from './linearizable';

/**
 * The sequential model of one line. Its state is who stands in it, and whether a place that came back is still closed.
 *
 * How time is modelled: a drop from a full line closes the freed place until REOPEN_MS after it; meanwhile a newcomer is
 * told BUSY, or FULL by an instance that remembers the full line, for at most FULL_MEMORY_MS after the drop. A drop takes
 * effect somewhere between its call and its answer, so a claim may succeed from REOPEN_MS after the drop was *called* and
 * may be told FULL until FULL_MEMORY_MS after it was *answered*. Everything else is exact.
 */
export interface LineState {
  /** `memberId@at`, in order. */
  line: readonly string[];
  closed: { from: number; until: number } | null;
}

export interface LineSize {
  capacity: number;
  waitlistLimit: number;
}

/**
 * How a claim joins and learns its place. In an environment that does not know `updateAndReturn` the line may change
 * between the two.
 */
export type Joining = 'in one step' | 'in two steps';

const nameOf = ({ line, closed }: LineState): string => `${line.join(' ')}|${closed ? closed.from : ''}`;
const nowhere: ReturnType<Steps<LineState>['step']> = [];

/** Whether a line that does one thing at a time could have given these answers. */
export function isLineHistory(
  operations: readonly Operation[],
  size: LineSize,
  joining: Joining = 'in one step',
): boolean {
  const orphans = orphansOf(operations);
  const steps = operations.map(operation => stepsOf(operation, size, joining, orphans.get(operation.memberId) ?? []));
  return isLinearizable(steps, { line: [], closed: null }, nameOf);
}

/** Entries that somebody was told of, but that no claim was told to have made. */
function orphansOf(operations: readonly Operation[]): Map<string, number[]> {
  const told = new Map<string, Set<number>>();
  const made = new Set<string>();
  for (const { memberId, answer } of operations) {
    const place = answer.kind === 'claimed' ? answer.claimed.place : answer.kind === 'place' ? answer.place : null;
    if (!place) continue;
    if (answer.kind === 'claimed' && !answer.claimed.already) made.add(`${memberId}@${place.at}`);
    told.set(memberId, (told.get(memberId) ?? new Set()).add(place.at));
  }
  return new Map([...told].map(([memberId, ats]) => [memberId, [...ats].filter(at => !made.has(`${memberId}@${at}`))]));
}

function stepsOf(operation: Operation, size: LineSize, joining: Joining, orphans: readonly number[]): Steps<LineState> {
  const { begin, end, memberId, answer, kind } = operation;
  const indexOf = (line: readonly string[]) => line.findIndex(name => name.startsWith(`${memberId}@`));
  const full = ({ line }: LineState) => line.length >= size.capacity + size.waitlistLimit;
  const join = (state: LineState, at: number | string): LineState[] => {
    const open = !state.closed || operation.endMs >= state.closed.from + REOPEN_MS;
    if (!open || full(state) || indexOf(state.line) >= 0) return [];
    return [{ line: [...state.line, `${memberId}@${at}`], closed: null }];
  };
  const leave = (state: LineState, name: string): LineState => ({
    line: state.line.filter(other => other !== name),
    closed: full(state) ? { from: operation.beginMs, until: operation.endMs } : state.closed,
  });
  const placeIs = ({ line }: LineState, at: number, state: string, number: number) => {
    const index = line.indexOf(`${memberId}@${at}`);
    if (index < 0) return false;
    return index < size.capacity
      ? state === 'SEATED' && number === index + 1
      : state === 'WAITING' && number === index - size.capacity + 1;
  };

  const step: Steps<LineState>['step'] = (state, local) => {
    if (answer.kind === 'unknown') {
      // It may have done nothing, or what it was meant to do.
      const nothing = { state, local: '', done: true };
      if (kind === 'place') return [nothing];
      const name = state.line[indexOf(state.line)];
      const effects =
        kind === 'drop'
          ? name === undefined
            ? []
            : [leave(state, name)]
          : [...orphans, `?${operation.number}`].flatMap(at => join(state, at));
      return [nothing, ...effects.map(next => ({ state: next, local: '', done: true }))];
    }
    if (answer.kind === 'claimed') {
      const { place, already } = answer.claimed;
      if (local === '' && !already) {
        const joined = join(state, place.at);
        if (joining === 'in two steps') return joined.map(next => ({ state: next, local: 'joined' }));
        return joined
          .filter(next => placeIs(next, place.at, place.state, place.number))
          .map(next => ({ state: next, local, done: true }));
      }
      return placeIs(state, place.at, place.state, place.number) ? [{ state, local, done: true }] : nowhere;
    }
    if (answer.kind === 'place') {
      const { place } = answer;
      const true_ = place ? placeIs(state, place.at, place.state, place.number) : indexOf(state.line) < 0;
      return true_ ? [{ state, local, done: true }] : nowhere;
    }
    if (answer.kind === 'left') {
      const index = indexOf(state.line);
      if (answer.state === null) return index < 0 ? [{ state, local, done: true }] : nowhere;
      // It first reads its entry, then pulls exactly this one. If that is gone, it begins anew.
      if (local === '') {
        const seen = index < 0 ? null : index < size.capacity ? 'SEATED' : 'WAITING';
        return seen === answer.state ? [{ state, local: state.line[index]! }] : nowhere;
      }
      return state.line.includes(local) ? [{ state: leave(state, local), local, done: true }] : [{ state, local: '' }];
    }
    const remembered = state.closed !== null && operation.beginMs < state.closed.until + FULL_MEMORY_MS;
    const fair = answer.code === 'FULL' && indexOf(state.line) < 0 && (full(state) || remembered);
    return fair ? [{ state, local, done: true }] : nowhere;
  };
  return { begin, end, step };
}
