import { View } from '@tarojs/components';
import { told } from './a11y';

/** The seats left, with a tick every tenth. At 20 % or less they are few. Not drawn when the class is full. */
export function Meter({ left, of }: { left: number; of: number }) {
  const share = of > 0 ? Math.min(1, left / of) : 0;
  return (
    <View className={isFew(left, of) ? 'meter meter--few' : 'meter'} {...told({ hidden: true })}>
      <View className="meter__left" style={{ transform: `scaleX(${share})` }} />
      <View className="meter__ticks" />
    </View>
  );
}

export const isFew = (left: number, of: number): boolean => left * 5 <= of;
