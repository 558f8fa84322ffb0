import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './sum.scss';

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

/** The numbers that a page is about, the biggest first. */
export function SumRow({
  className = '',
  children,
  testId,
}: PropsWithChildren<{ className?: string; testId?: string }>) {
  return (
    <View className={`sums ${className}`.trim()} {...(testId ? { 'data-testid': testId } : {})}>
      {children}
    </View>
  );
}
