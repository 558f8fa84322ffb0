import type { DraftView } from '../../../../domain/api';
import { useDoing } from '../../../app/act/use-doing';
import { call } from '../../../app/call/call';
import { go } from '../../../app/way/go';
import { ActSheet } from '../../../ui/act-sheet';
import { everything } from '../../../app/known/staff';
import { draftTitle } from '../../../features/draft/draft-title';

/** Throws a draft away, from any step, after asking once more. */
export function DiscardSheet({ view, onClose }: { view: DraftView; onClose: () => void }) {
  const { state, run } = useDoing();
  const discard = async () => {
    const answer = await call('draft.discard', { draftId: view.draftId });
    if (!answer.ok) return answer.message;
    void everything.ask();
    return go.staff();
  };
  return (
    <ActSheet
      title={`删除“${draftTitle(view)}”`}
      text={`${view.sections.length} 个班和填好的时间、规则一起删掉，找不回来。职工看不到草稿，不受影响。`}
      state={state}
      label="删除这份草稿"
      takes
      busyLabel="正在删除"
      insteadLabel="留着"
      onAct={() => void run(discard)}
      onClose={onClose}
      testId="discard-sure"
    />
  );
}
