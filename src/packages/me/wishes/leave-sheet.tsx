import type { MyWish } from '../../../../domain/api';
import { useDoing } from '../../../app/act/use-doing';
import { askUntilKnown } from '../../../app/call/ask-until-known';
import { ActSheet } from '../../../ui/act-sheet';

/** 不学了: withdraws. */
export function LeaveSheet({ wish, onClose }: { wish: MyWish; onClose: (done: boolean) => void }) {
  const { state, run } = useDoing();
  const send = async () => {
    const answer = await askUntilKnown('wish.voice', { wishId: wish.wishId, on: false, when: [] });
    return answer.ok ? onClose(true) : `${answer.message}。`;
  };
  return (
    <ActSheet
      title={`不学${wish.title}了？`}
      text="人数减一，开班时不再通知您。以后想学可以再点。"
      state={state}
      label="不学了"
      busyLabel="正在退出"
      insteadLabel="还想学"
      takes
      onAct={() => void run(send)}
      onClose={() => onClose(false)}
      testId="wish-leave-now"
    />
  );
}
