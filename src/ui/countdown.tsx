import { Text, View } from '@tarojs/components';
import { DAY, HOUR, MINUTE, SECOND } from '../../domain/base/clock';
import { told } from './a11y';

const two = (value: number) => String(value).padStart(2, '0');

/** The parts of a time span that are shown: days only if there are some, seconds only if there are no days. */
export function countdownParts(leftMs: number): [string, string][] {
  const left = Math.max(0, Math.ceil(leftMs / SECOND)) * SECOND;
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const seconds = Math.floor((left % MINUTE) / SECOND);
  if (days > 0)
    return [
      [String(days), '天'],
      [two(hours), '时'],
      [two(minutes), '分'],
    ];
  if (left > HOUR)
    return [
      [two(hours), '时'],
      [two(minutes), '分'],
      [two(seconds), '秒'],
    ];
  if (left > MINUTE)
    return [
      [two(minutes), '分'],
      [two(seconds), '秒'],
    ];
  return [[String(Math.round(left / SECOND)), '秒']];
}

/** Read aloud once a minute, then at ten seconds, because digits that are read each second drown everything else. */
export function countdownSpoken(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / SECOND));
  if (seconds <= 10) return '不到 10 秒';
  if (seconds <= 60) return '不到 1 分钟';
  return countdownParts(Math.ceil(leftMs / MINUTE) * MINUTE)
    .filter(([value, unit]) => unit !== '秒' && Number(value) > 0)
    .map(([value, unit]) => `${Number(value)} ${unit === '分' ? '分钟' : unit === '时' ? '小时' : unit}`)
    .join('');
}

export function Countdown({ leftMs, small }: { leftMs: number; small?: boolean }) {
  return (
    <View>
      <View className={small ? 'count count--small' : 'count'} {...told({ hidden: true })}>
        {countdownParts(leftMs).map(([value, unit]) => (
          <View key={unit} className="nowrap">
            <Text className="count__digits">{value}</Text>
            <Text className="count__unit">{unit}</Text>
          </View>
        ))}
      </View>
      <View className="heard" {...told({ role: 'timer', live: 'polite' })}>
        {`离开放还有${countdownSpoken(leftMs)}`}
      </View>
    </View>
  );
}
