import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** One fact: a name and a value. */
export function Fact({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <View className="fact">
      <Text className="fact__name">{name}</Text>
      <View className="grow">{children}</View>
    </View>
  );
}
