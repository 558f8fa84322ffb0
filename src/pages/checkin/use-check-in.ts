import { useEffect, useRef, useState } from 'react';
import { SAID_BY_APP } from '../../../domain/base/said-by-app';
import { isNumber } from '../../../domain/lesson/check-in-code';
import type { LessonId } from '../../app/known/attendance';
import { useParameters } from '../../app/way/use-parameters';
import { checkInUntilKnown, codeIn, type CheckInOutcome } from '../../features/lesson/check-in';
import { askedBy } from './asked-by';
import { here } from '../../features/lesson/here';
import { sendsPlace } from './place-switch';
import { refusalWords } from './refusal-words';
import { canScan, scan } from '../../features/lesson/scan';

export type Stage =
  | { kind: 'entry'; fault?: string | undefined }
  /** slow: no answer has come so far, and the app asks again. */
  | { kind: 'sending'; slow: boolean }
  | { kind: 'answered'; outcome: CheckInOutcome };

interface CheckingIn {
  stage: Stage;
  /** The digits typed so far. */
  typed: string;
  onType: (digits: string) => void;
  /** Scans anew, or goes back to the digits if scanning is not possible. */
  onAgain: () => void;
  expected: LessonId | undefined;
}

const UNREADABLE: CheckInOutcome = {
  kind: 'refused',
  refusal: { ok: false, code: 'CODE_UNREADABLE', message: SAID_BY_APP.CODE_UNREADABLE, now: 0 },
};

/** Checks in at once with what the page was opened with, and after that with what is scanned or typed. */
export function useCheckIn(atDoor?: LessonId): CheckingIn {
  const { text, expected = atDoor } = askedBy(useParameters('checkin'));
  const [stage, setStage] = useState<Stage>(text === undefined ? { kind: 'entry' } : { kind: 'sending', slow: false });
  const [typed, setTyped] = useState('');

  const send = async (said: string) => {
    const code = codeIn(said);
    if (code === undefined) return setStage({ kind: 'answered', outcome: UNREADABLE });
    setStage({ kind: 'sending', slow: false });
    const place = sendsPlace() ? await here() : undefined;
    const input = { code, ...(expected ? { expected } : {}), ...(place ? { place } : {}) };
    const outcome = await checkInUntilKnown(input, () => setStage({ kind: 'sending', slow: true }));
    setTyped('');
    const fault = isNumber(code) ? retypeWords(outcome) : undefined;
    setStage(fault ? { kind: 'entry', fault } : { kind: 'answered', outcome });
  };

  const opened = useRef<string>();
  useEffect(() => {
    if (text === undefined || opened.current === text) return;
    opened.current = text;
    void send(text);
  });

  const onAgain = async () => {
    if (!canScan) return setStage({ kind: 'entry' });
    const scanned = await scan();
    if (scanned !== undefined) await send(scanned);
  };
  const onType = (digits: string) => {
    setTyped(digits);
    if (digits.length === 4) void send(digits);
    else if (digits) setStage({ kind: 'entry' });
  };
  return { stage, typed, onType, onAgain: () => void onAgain(), expected };
}

/** What is said at the boxes if the digits can be typed again. */
function retypeWords(outcome: CheckInOutcome): string | undefined {
  if (outcome.kind !== 'refused') return undefined;
  if (outcome.refusal.code === 'BUSY') return refusalWords(outcome.refusal).text;
  return outcome.refusal.code === 'NUMBER_WRONG' ? '数字换了，请看老师手机上新的四位。' : undefined;
}
