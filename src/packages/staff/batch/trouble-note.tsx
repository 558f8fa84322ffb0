import { View } from '@tarojs/components';
import { dayKey, secondText } from '../../../../domain/clock';
import type { Trouble } from '../../../../domain/contract';
import { told } from '../../../parts/a11y';
import { Note } from '../../../parts/marks';
import { whenText } from '../../../words';

/** What went wrong, and whether anybody has to do anything about it. Nothing where nothing did. */
export function TroubleNote({ trouble: { faults, lastFaultAt, waits }, now }: { trouble: Trouble; now: number }) {
  if (faults === 0 && waits === 0) return null;
  const waited = `等了再试 ${waits} 次`;
  const at = lastFaultAt === null ? '' : `，最近 ${clockText(lastFaultAt, now)}`;
  return (
    <View className="staff__card num" {...told({ live: 'polite' })}>
      {faults > 0 ? (
        <Note kind="danger" testId="trouble">
          出错 {faults} 次{at}
          {waits > 0 && `；${waited}`}。请联系技术人员看云函数 line 的日志；没有发出去的名额都还在，本人再点就行。
        </Note>
      ) : (
        <Note kind="quiet" testId="trouble">
          {waited}，没有出错。手机会按间隔自己再试，不用处理。
        </Note>
      )}
    </View>
  );
}

const clockText = (at: number, now: number): string =>
  dayKey(at) === dayKey(now) ? secondText(at) : whenText(at, now);
