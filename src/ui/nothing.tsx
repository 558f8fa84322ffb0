import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';

/** Says that a card has nothing in it. A page that has nothing in it shows `Empty`. */
export function Nothing({ children, testId }: PropsWithChildren<{ testId?: string }>) {
  return (
    <View className="card pad t3" {...(testId ? { 'data-testid': testId } : {})}>
      {children}
    </View>
  );
}
