import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

export type ChipKind = 'open' | 'few' | 'soon' | 'full' | 'waiting' | 'seated' | 'run';

interface ChipProps {
  kind: ChipKind;
  /** Its place in the line. */
  className?: string;
}

/** A state in a word, with a mark whose shape differs too, because colour alone says nothing. */
export function Chip({ kind, className = '', children }: PropsWithChildren<ChipProps>) {
  return (
    <View className={`chip chip--${kind} ${className}`}>
      <View className="chip__mark" />
      <Text>{children}</Text>
    </View>
  );
}
