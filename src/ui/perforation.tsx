import { View } from '@tarojs/components';
import { told } from './a11y';

/** The perforation of a ticket. */
export function Perforation() {
  return (
    <View className="perf" {...told({ hidden: true })}>
      <View className="perf__holes" />
      <View className="perf__notch perf__notch--left" />
      <View className="perf__notch perf__notch--right" />
    </View>
  );
}
