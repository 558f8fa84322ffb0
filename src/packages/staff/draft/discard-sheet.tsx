import { useState } from 'react';
import type { DraftView } from '../../../../domain/api';
import { call } from '../../../app/call/call';
import { go } from '../../../app/way/go';
import type { Sending } from '../../../ui/submit';
import { SureSheet } from '../../../ui/sure-sheet';
import { everything } from '../../../app/desk/everything';
import { draftTitle } from '../../../features/draft/draft-title';

/** Throws a draft away, from any step, after asking once more. */
export function DiscardSheet({ view, onClose }: { view: DraftView; onClose: () => void }) {
  const [state, setState] = useState<Sending>({ busy: false });
  const discard = async () => {
    setState({ busy: true });
    const answer = await call('draft.discard', { draftId: view.draftId });
    if (!answer.ok) return setState({ busy: false, message: answer.message });
    void everything.ask();
    go.staff();
  };
  return (
    <SureSheet
      title={`删除“${draftTitle(view)}”`}
      text={`${view.sections.length} 个班和填好的时间、规则一起删掉，找不回来。职工看不到草稿，不受影响。`}
      state={state}
      label="删除这份草稿"
      takes
      busyLabel="正在删除"
      insteadLabel="留着"
      onSure={() => void discard()}
      onClose={onClose}
      testId="discard-sure"
    />
  );
}
