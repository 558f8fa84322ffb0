import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import type { BatchCard } from '../../../../domain/api';
import { go } from '../../../app/way/go';
import { Field } from '../../../ui/field';
import { ActSheet } from '../../../ui/act-sheet';
import { useAct } from '../../../app/act/use-act';

/** Turns the batch back into a draft, as long as it has not opened. */
export function WithdrawSheet({ batch, onClose }: { batch: BatchCard; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const { state, act, say } = useAct('draft.withdraw', { long: true });
  const withdraw = () => {
    if (!reason.trim()) return say('请写一句原因，会记在操作记录里');
    return void act(
      { batchId: batch.batchId, reason: reason.trim() },
      ({ draftId }) => go.draft(draftId, { beside: true }),
      answer => (answer.code === 'CHANGE_NOT_NOW' ? answer.details.text : undefined),
    );
  };
  return (
    <ActSheet
      title={`把${batch.title}撤回成草稿`}
      text="职工马上看不到这一期，改好以后可以再发布。已经候场的人要重新进来。"
      state={state}
      label="撤回"
      takes
      busyLabel="正在撤回"
      insteadLabel="不撤回"
      onAct={withdraw}
      onClose={onClose}
      testId="withdraw-now"
    >
      <Field
        name="原因"
        value={reason}
        onInput={setReason}
        maxLength={LENGTH.reason}
        example="例如 课表有两处要改"
        testId="withdraw-reason"
      />
    </ActSheet>
  );
}
