import { useEffect } from 'react';
import type { CodeBook } from '../../../../domain/api';
import { MINUTE, SECOND } from '../../../../domain/base/clock';
import { CODE_SLOT_MS, codeText, slotOf, slotStart } from '../../../../domain/lesson/check-in-code';
import { questions, type Asked } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { onNetworkBack } from '../../../app/call/network';
import { lessonOfKey } from '../../../features/roll/rolls';

/** The codes of a lesson, kept on the phone so that they continue without signal. */
export const bookOf = questions('roll.code', lessonOfKey);

/** `NEAR_END_MS` before its last code the book is fetched anew. If that fails, it is tried again every `AGAIN_MS`. */
const NEAR_END_MS = 5 * MINUTE;
const AGAIN_MS = 20 * SECOND;

export interface ShownCode {
  text: string;
  number: string;
  /** Seconds until the next code; 1 to 10. */
  secondsLeft: number;
  slot: number;
}

/** The code of this moment; `undefined` if the book has none for it. */
export function codeAt(book: CodeBook | undefined, now: number): ShownCode | undefined {
  const slot = slotOf(now);
  const mac = book?.macs[slot - book.firstSlot];
  if (!book || mac === undefined) return undefined;
  return {
    text: codeText(book.prefix, slot, mac),
    number: book.numbers[slot - book.firstSlot] ?? '',
    secondsLeft: Math.ceil((slotStart(slot) + CODE_SLOT_MS - now) / SECOND),
    slot,
  };
}

/** The codes of a lesson. Those on the phone continue without signal, and new ones are fetched in good time. */
export function useCode(
  key: string,
  shown: boolean,
  now: number,
  endsAt: number,
): { asked: Asked<CodeBook>; code?: ShownCode } {
  const question = bookOf(key);
  const asked = useAsked(question);
  const book = asked.data;
  const last = book ? slotStart(book.firstSlot + book.macs.length) : 0;
  const short = shown && now < endsAt && last - now < NEAR_END_MS && last < endsAt;
  useEffect(() => {
    if (!short) return undefined;
    const timer = setInterval(() => void question.ask(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [short, question]);
  useEffect(() => (shown ? onNetworkBack(() => void question.ask()) : undefined), [shown, question]);
  const code = codeAt(book, now);
  return { asked, ...(code ? { code } : {}) };
}
