import { Text, View } from '@tarojs/components';

interface SumProps {
  name: string;
  value: number | string;
  /** The small text after it: `/ 260`, `人`. */
  of?: string;
  tone?: 'open' | 'waiting' | 'late' | 'absent';
}

/** One number that a page is about. */
export function Sum({ name, value, of, tone }: SumProps) {
  return (
    <View className="sum">
      <View className="cap t3">{name}</View>
      <View className="num">
        <Text className={`sum__value ${tone ? `sum__value--${tone}` : ''}`}>{value}</Text>
        {of && <Text className="t3"> {of}</Text>}
      </View>
    </View>
  );
}
