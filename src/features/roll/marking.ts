import { lessonTitle } from '../../../domain/batch/kind-words';
import type { RollView } from '../../../domain/api';
import type { MarkState } from '../../../domain/roll/roll';
import { MARK_WORDS } from '../../../domain/roll/mark-words';
import { addMarks, type NewMark } from './outbox';
import { sendSoon } from './send';
import { lessonKey, rollOf } from './rolls';
import type { RollRow } from './rows';

/** What was just done, and how to undo it. */
export interface Act {
  text: string;
  before: { row: RollRow; state: MarkState | null }[];
  reason?: string | undefined;
}

/** Marks these people. The mark is on the phone at once, and goes to the server with the next send. */
export function mark(view: RollView, marks: { row: RollRow; state: MarkState | null }[], reason?: string): void {
  const lesson = { sectionId: view.section.sectionId, lessonIndex: view.lessonIndex };
  const loadedAt = rollOf(lessonKey(lesson)).store.getState().savedAt;
  addMarks(
    { ...lesson, title: lessonTitle(view.section, view.lessonIndex) },
    marks.map(({ row: { person }, state }): NewMark => {
      const after = person.mark?.source === 'instructor' && person.mark.mine ? person.mark.at : undefined;
      return {
        memberId: person.memberId,
        name: person.name,
        state,
        seen: view.seen,
        loadedAt,
        ...(after === undefined ? {} : { after }),
        ...(reason ? { reason } : {}),
      };
    }),
  );
  sendSoon(lessonKey(lesson));
}

const said = (state: MarkState | null) => (state ? MARK_WORDS[state] : '取消了记录');

/** Marks, and says what was done. */
export function act(view: RollView, rows: RollRow[], state: MarkState | null, reason?: string): Act {
  // A leave that the person asked for is no mark, so after an undo it holds again by itself.
  const before = rows.map(row => ({ row, state: row.unsent || row.person.mark ? row.state : null }));
  mark(
    view,
    rows.map(row => ({ row, state })),
    reason,
  );
  const whom = rows.length === 1 ? rows[0]!.person.name : `${rows.length} 人`;
  return { text: `${whom}：${said(state)}`, before, reason };
}

/** Restores the earlier state. That is a mark too, because another phone may have seen the first one. */
export const undo = (view: RollView, { before, reason }: Act): void => mark(view, before, reason);
