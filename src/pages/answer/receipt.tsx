import { View } from '@tarojs/components';
import type { FullReceipt, SectionCard } from '../../../domain/api';
import { tenthText } from '../../../domain/base/clock';
import { Perforation } from '../../ui/perforation';

interface Stop {
  label: string;
  at: number;
  kind: 'open' | 'seats' | 'waits' | 'me';
}

/** The stops of the receipt in order of time. A stop that is not known is not drawn. */
export function stopsOf(receipt: FullReceipt, section: SectionCard): Stop[] {
  const stops: Stop[] = [{ label: '开放', at: receipt.opensAt, kind: 'open' }];
  if (receipt.lastSeatAt !== null)
    stops.push({ label: `第 ${section.capacity} 座给出`, at: receipt.lastSeatAt, kind: 'seats' });
  if (receipt.lastWaitAt !== null && section.waitlistLimit > 0)
    stops.push({ label: '候补排满', at: receipt.lastWaitAt, kind: 'waits' });
  stops.push({ label: receipt.byBoard ? '您查到已满' : '您到达', at: receipt.arrivedAt, kind: 'me' });
  return stops.sort((a, b) => a.at - b.at);
}

/** The loser's receipt: facts to the tenth of a second. It runs down the page, so that any letter size fits. */
export function Receipt({ receipt, section }: { receipt: FullReceipt; section: SectionCard }) {
  const stops = stopsOf(receipt, section);
  return (
    <View className="ticket" data-testid="receipt">
      <View className="ticket__part ticket__part--first">
        <View className="b">您的回执</View>
        <View className="stops">
          {stops.map(({ label, at, kind }, i) => (
            <View key={kind} className={`stop stop--${kind}`}>
              <View className="stop__rail">
                <View className="stop__mark" />
                {i < stops.length - 1 && <View className="stop__bar" />}
              </View>
              <View className="stop__label grow">{label}</View>
              <View className="stop__time num">{tenthText(at)}</View>
            </View>
          ))}
        </View>
      </View>
      <Perforation />
      <View className="ticket__part ticket__part--last sm t2">
        {receipt.byBoard
          ? '满了以后不再收新的报名，这是公示榜上查到的，榜由服务器每半秒写一次。先到先得，人人一样。'
          : '您的请求完整收到。先到先得，人人一样：时间都是服务器记下的，精确到十分之一秒。'}
      </View>
    </View>
  );
}
