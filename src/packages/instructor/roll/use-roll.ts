import { useCallback, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { SECOND } from '../../../../domain/base/clock';
import type { MarkState } from '../../../../domain/roll/roll';
import { serverClock } from '../../../app/clock/server-clock';
import type { UnsentMark } from '../../../features/roll/box';
import { useBox } from '../../../features/roll/outbox';
import { useRollKeeping } from '../../../features/roll/use-sending';
import { rollOf } from '../../../features/roll/rolls';
import { act, undo, type Act } from '../../../features/roll/marking';
import { rollPhase, type RollPhase } from './phase';
import { rollRows, tapped, type RollRow } from '../../../features/roll/rows';

const LOOK_MS = 5 * SECOND;
const NONE: UnsentMark[] = [];

/** A mark that waits for a confirmation or a reason. */
export interface Asking {
  rows: RollRow[];
  state: MarkState | null;
}

/**
 * The roll of one lesson as its page needs it: what is shown, what was done last, and the functions that do
 * something.
 */
export function useRoll(key: string, shown: boolean, now: number) {
  useRollKeeping(key, shown, LOOK_MS);
  const asked = useStore(rollOf(key).store);
  const box = useBox(key);
  const marks = box?.marks ?? NONE;
  const view = asked.data;
  const rows = useMemo(() => (view ? rollRows(view, marks) : []), [view, marks]);
  const clockKnown = serverClock.errorMs() !== undefined || !asked.failed;
  const phase: RollPhase = view ? rollPhase(view, now, clockKnown) : 'early';

  const [last, setLast] = useState<Act>();
  const [asking, setAsking] = useState<Asking>();
  const [reason, setReason] = useState('');
  const [at, setAt] = useState<string>();

  const latest = useRef({ view, rows, phase });
  latest.current = { view, rows, phase };

  const mark = useCallback((some: RollRow[], state: MarkState | null, why?: string) => {
    if (!latest.current.view) return;
    setLast(act(latest.current.view, some, state, why));
    if (why) setReason(why);
    setAsking(undefined);
    if (some.length === 1) setAt(some[0]?.person.memberId);
  }, []);

  const onKey = useCallback(
    (memberId: string, state: MarkState) => {
      const row = latest.current.rows.find(one => one.person.memberId === memberId);
      if (!row) return;
      const next = tapped(row, state);
      if (latest.current.phase === 'correction') setAsking({ rows: [row], state: next });
      else mark([row], next);
    },
    [mark],
  );

  const undoLast = () => {
    if (view && last) undo(view, last);
    setLast(undefined);
  };

  return { asked, box, view, rows, phase, last, asking, setAsking, reason, at, setAt, mark, onKey, undoLast };
}
export type Roll = ReturnType<typeof useRoll>;
