import type { Claimed, Place } from '../domain/api';
import type { LineEntry, Section, Standing } from '../domain/model';

/**
 * What clients did and what they were told, in the order in which this process saw it. `begin` and `end` are numbers
 * of events. An operation whose `end` is below another's `begin` was answered before the other was sent.
 */

export type Answered =
  | { kind: 'claimed'; claimed: Claimed }
  | { kind: 'left'; state: Place['state'] | null }
  | { kind: 'place'; place: Place | null }
  | { kind: 'refused'; code: string; details?: Record<string, unknown> }
  /**
   * There was no definite answer: the connection broke, the instance died, or BUSY. It may have happened, now or a
   * little later.
   */
  | { kind: 'unknown'; why: string };

export interface Operation {
  number: number;
  memberId: string;
  kind: 'claim' | 'drop' | 'place';
  sectionId: string;
  begin: number;
  /** Infinity while there is no definite answer, because then only the death of the emulator ends it. */
  end: number;
  /** On the emulator's clock. */
  beginMs: number;
  endMs: number;
  answer: Answered;
}

/** Everything on record at a moment when nothing changes. */
export interface Snapshot {
  sections: Section[];
  standings: Standing[];
}

/** One life of the emulator: the record before it, what clients were told, and the record after the kill. */
export interface Life {
  before: Snapshot;
  operations: Operation[];
  after: Snapshot;
}

export interface Violation {
  /** The invariant, in a word or two. The progress display counts by it. */
  kind: ViolationKind;
  text: string;
  sectionId?: string;
  memberId?: string;
}

export const VIOLATIONS = [
  'seat lost',
  'drop undone',
  'oversold',
  'duplicate',
  'order',
  'over limit',
  'clash',
  'counter',
  'ghost',
  'told untruly',
  'not healed',
  'stuck',
  'fault',
] as const;
export type ViolationKind = (typeof VIOLATIONS)[number];

/** Records operations as they begin and end. */
export class Recorder {
  readonly operations: Operation[] = [];
  private events = 0;
  private waiting: { count: number; settle: () => void } | undefined;
  /** Operations that have had a definite answer. */
  answered = 0;

  constructor(private readonly now: () => number) {}

  begin(kind: Operation['kind'], memberId: string, sectionId: string): Operation {
    const operation: Operation = {
      number: this.operations.length + 1,
      memberId,
      kind,
      sectionId,
      begin: ++this.events,
      end: Infinity,
      beginMs: this.now(),
      endMs: Infinity,
      answer: { kind: 'unknown', why: 'no answer yet' },
    };
    this.operations.push(operation);
    return operation;
  }

  end(operation: Operation, answer: Answered): void {
    operation.answer = answer;
    if (answer.kind === 'unknown') return;
    operation.end = ++this.events;
    operation.endMs = this.now();
    if (++this.answered === this.waiting?.count) this.waiting.settle();
  }

  /** Resolves when this number of operations have had a definite answer. */
  reaches(count: number): Promise<void> {
    return new Promise(settle => (this.waiting = { count, settle }));
  }
}

export const sameEntry = (a: LineEntry, b: LineEntry): boolean => a.memberId === b.memberId && a.at === b.at;

/** One line for a person who reads a violation. */
export function sentenceOf({ number, memberId, kind, sectionId, begin, end, beginMs, answer }: Operation): string {
  const span = `[${begin}..${end === Infinity ? '?' : end}]`;
  return `#${number} ${span} at ${beginMs} ${memberId.slice(0, 6)} ${kind} ${sectionId}: ${wordsOf(answer)}`;
}

function wordsOf(answer: Answered): string {
  switch (answer.kind) {
    case 'claimed': {
      const { place, already, clearedSectionIds } = answer.claimed;
      const cleared = clearedSectionIds.length > 0 ? `, left ${clearedSectionIds.join(' and ')}` : '';
      return `${place.state} ${place.number} (at ${place.at}${already ? ', already' : ''}${cleared})`;
    }
    case 'left':
      return `left ${answer.state ?? 'nothing'}`;
    case 'place':
      return answer.place ? `${answer.place.state} ${answer.place.number} (at ${answer.place.at})` : 'nowhere';
    case 'refused':
      return `${answer.code} ${JSON.stringify(answer.details ?? {})}`;
    case 'unknown':
      return `unknown (${answer.why})`;
  }
}
