import { MINUTE } from '../../domain/clock';
import { remember } from './remember';

/**
 * Instance memory: who typed wrong digits lately. Four digits are few, so nobody gets to try them all: after five wrong
 * ones a person waits for a minute. What is guessed marks only the guesser, in a class of their own.
 */
const MOST_TRIES = 5;
const MOST_PEOPLE = 10_000;
const wrong = new Map<string, { tries: number; since: number }>();

/** How long this person is to wait, in ms; 0 = may try. */
export function numberWaitOf(memberId: string, now: number): number {
  const known = wrong.get(memberId);
  if (!known || now >= known.since + MINUTE) return 0;
  return known.tries < MOST_TRIES ? 0 : known.since + MINUTE - now;
}

export function noteWrong(memberId: string, now: number): void {
  const known = wrong.get(memberId);
  const isOn = known && now < known.since + MINUTE;
  remember(wrong, MOST_PEOPLE, memberId, isOn ? { ...known, tries: known.tries + 1 } : { tries: 1, since: now });
}
