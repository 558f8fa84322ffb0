import type { BatchCard } from '../../../../domain/api';
import { ActWithReason } from '../../../app/act/act-with-reason';
import { useAct } from '../../../app/act/use-act';
import { go } from '../../../app/way/go';

/** Turns the batch back into a draft, as long as it has not opened. */
export function WithdrawSheet({ batch: { batchId, title }, onClose }: { batch: BatchCard; onClose: () => void }) {
  const { act, ...of } = useAct('draft.withdraw', { long: true });
  return (
    <ActWithReason
      of={of}
      title={`把${title}撤回成草稿`}
      text="职工马上看不到这一期，改好以后可以再发布。已经候场的人要重新进来。"
      label="撤回"
      takes
      busyLabel="正在撤回"
      insteadLabel="不撤回"
      example="例如 课表有两处要改"
      onAct={reason =>
        void act(
          { batchId, reason },
          ({ draftId }) => go.draft(draftId, { beside: true }),
          answer => (answer.code === 'CHANGE_NOT_NOW' ? answer.details.text : undefined),
        )
      }
      onClose={onClose}
      testId="withdraw"
    />
  );
}
