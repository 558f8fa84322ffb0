import { View } from '@tarojs/components';
import { dayKey, secondText } from '../../../../domain/base/clock';
import type { Trouble } from '../../../../domain/api';
import type { MessageTrouble } from '../../../../domain/model';
import { troubleWords } from '../../../../domain/telling/push-trouble';
import { told } from '../../../ui/a11y';
import { Notice } from '../../../ui/notice';
import { useAsked } from '../../../app/memory/use-asked';
import { whenText } from '../../../app/words';
import { releaseNumbers } from './release-numbers';

/** What went wrong, and whether anybody has to do something about it. Draws nothing if nothing went wrong. */
export function TroubleNote({ batchId, now }: { batchId: string; now: number }) {
  const { data } = useAsked(releaseNumbers(batchId), { when: false });
  // A copy that an older app has stored has no trouble.
  const { faults, lastFaultAt, waits }: Trouble = data?.trouble ?? NONE;
  if (faults === 0 && waits === 0) return null;
  const waited = `等了再试 ${waits} 次`;
  const at = lastFaultAt === null ? '' : `，最近 ${clockText(lastFaultAt, now)}`;
  return (
    <View className="staff__card num" {...told({ live: 'polite' })}>
      {faults > 0 ? (
        <Notice kind="danger" testId="trouble">
          出错 {faults} 次{at}
          {waits > 0 && `；${waited}`}。请联系技术人员看云函数 line 的日志。名额没有丢，本人再点一次就行。
        </Notice>
      ) : (
        <Notice kind="quiet" testId="trouble">
          {waited}，没有出错。手机会按间隔自己再试，不用处理。
        </Notice>
      )}
    </View>
  );
}

const NONE: Trouble = { faults: 0, lastFaultAt: null, waits: 0, instances: 0 };

const clockText = (at: number, now: number): string =>
  dayKey(at) === dayKey(now) ? secondText(at) : whenText(at, now);

/** Subscription messages that cannot be sent, and who has to do what about it. Draws nothing if all are sent. */
export function MessageTroubles({ troubles = [] }: { troubles: MessageTrouble[] | undefined }) {
  if (troubles.length === 0) return null;
  return (
    <View className="staff__card num" {...told({ live: 'polite' })}>
      {troubles.map((one, i) => (
        <Notice key={one._id} kind="soon" className={i > 0 ? 'stack-2' : ''} testId="message-trouble">
          {troubleWords(one)}
        </Notice>
      ))}
    </View>
  );
}
