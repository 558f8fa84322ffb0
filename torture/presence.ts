import type { Section } from '../domain/model';
import type { Life, Operation } from './history';

/** Operations of one person that concern one line, and where the person stood in it when the life began. */
interface Thread {
  /** Claims that were answered with a place, or may have happened. */
  claims: Operation[];
  /** Answers which prove that the person was not in the line at some moment while they ran. */
  absences: Operation[];
  inAtFirst: boolean;
}

/** Whether this claim was answered with a place, or may have got one. */
export const mayHaveClaimed = ({ kind, answer }: Operation): boolean =>
  kind === 'claim' && (answer.kind === 'claimed' || answer.kind === 'unknown');

/** Whether the answer proves that the person was not in the line of `sectionId` at some moment of the operation. */
function saysAbsent({ kind, sectionId: own, answer }: Operation, sectionId: string): boolean {
  if (answer.kind === 'claimed') return answer.claimed.clearedSectionIds.includes(sectionId);
  if (own !== sectionId) return false;
  if (kind === 'drop') return answer.kind === 'left';
  if (kind === 'place') return answer.kind === 'place' && answer.place === null;
  return answer.kind === 'refused' && ['FULL', 'CLASH', 'LIMIT_REACHED'].includes(answer.code);
}

/** Who may have been in which line at which moment, as far as the answers allow. It never denies what may be true. */
export class Presence {
  private readonly threads = new Map<string, Map<string, Thread>>();

  constructor(life: Life) {
    for (const section of life.before.sections) this.open(section, life.operations);
  }

  private open(section: Section, operations: readonly Operation[]): void {
    const threads = new Map<string, Thread>();
    const threadOf = (memberId: string) => {
      let thread = threads.get(memberId);
      if (!thread) threads.set(memberId, (thread = { claims: [], absences: [], inAtFirst: false }));
      return thread;
    };
    for (const { memberId } of section.line) threadOf(memberId).inAtFirst = true;
    for (const operation of operations) {
      if (operation.sectionId === section._id && mayHaveClaimed(operation))
        threadOf(operation.memberId).claims.push(operation);
      if (saysAbsent(operation, section._id)) threadOf(operation.memberId).absences.push(operation);
    }
    this.threads.set(section._id, threads);
  }

  /** Whether this person may have been in the line at some moment from event `from` to event `to`. */
  possible(memberId: string, sectionId: string, from: number, to: number): boolean {
    const thread = this.threads.get(sectionId)?.get(memberId);
    return thread !== undefined && possiblyIn(thread, from, to);
  }

  /** The most people who may have stood in the line at one moment from event `from` to event `to`. */
  most(sectionId: string, from: number, to: number): number {
    const threads = [...(this.threads.get(sectionId)?.values() ?? [])];
    // People are added by claims only, so the count is largest at the start or where a claim began.
    const moments = new Set([from]);
    for (const { claims } of threads)
      for (const { begin } of claims) if (begin > from && begin <= to) moments.add(begin);
    let most = 0;
    for (const moment of moments) {
      most = Math.max(most, threads.filter(thread => possiblyIn(thread, moment, moment)).length);
    }
    return most;
  }
}

function possiblyIn({ claims, absences, inAtFirst }: Thread, from: number, to: number): boolean {
  // The latest moment before `from` since which the person is known to have been out, apart from claims after it.
  let outSince = -1;
  for (const { begin, end } of absences) if (end <= from && begin > outSince) outSince = begin;
  if (outSince < 0 && inAtFirst) return true;
  return claims.some(claim => claim.begin <= to && claim.end > outSince);
}
