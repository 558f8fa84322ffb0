import { useState } from 'react';
import type { WishCard } from '../../../../domain/api';
import { areSlots } from '../../../../domain/wish/slots';
import type { Slot } from '../../../../domain/wish/wish';
import { useDoing } from '../../../app/act/use-doing';
import { askUntilKnown } from '../../../app/call/ask-until-known';
import { ActSheet } from '../../../ui/act-sheet';
import { Switch } from '../../../ui/switch';
import { Hours } from '../../../features/wish/hours';

interface VoiceProps {
  wish: Pick<WishCard, 'wishId' | 'title'>;
  /** My voice so far; absent = I have not joined. */
  said?: { when: Slot[]; remind: boolean } | null;
  onClose: (done: boolean) => void;
}

/** 我也想学: when I could come, and whether I want to be reminded. */
export function VoiceSheet({ wish, said, onClose }: VoiceProps) {
  const [when, setWhen] = useState<Slot[]>(said?.when ?? []);
  const [remind, setRemind] = useState(said?.remind ?? true);
  const [fault, setFault] = useState<string>();
  const { state, run } = useDoing();
  const send = async () => {
    const answer = await askUntilKnown('wish.voice', { wishId: wish.wishId, on: true, when, remind });
    return answer.ok ? onClose(true) : `${answer.message}。`;
  };
  return (
    <ActSheet
      title={`${said ? '改时间：' : '我也想学：'}${wish.title}`}
      text={said ? undefined : '只算人数，别人看不到是您。开了班和大家一样先到先得。'}
      state={state}
      label={said ? '改好了' : '算我一份'}
      busyLabel="正在记"
      insteadLabel={said ? '不改' : '再看看'}
      onAct={() => (areSlots(when) ? void run(send) : setFault('请选 1 到 3 个方便的时间'))}
      onClose={() => onClose(false)}
      testId="voice-send"
    >
      <Hours
        value={when}
        onChange={next => {
          setWhen(next);
          setFault(undefined);
        }}
        fault={fault}
      />
      <Switch
        name="开班了提醒我"
        text="报名开放前 15 分钟提醒一次"
        on={remind}
        onChange={setRemind}
        className=""
        testId="voice-remind"
      />
    </ActSheet>
  );
}
