import { View } from '@tarojs/components';
import { told } from './a11y';

/** 入座. Used only for a real seat. */
export function Seal({ solid }: { solid?: boolean }) {
  return (
    <View className={solid ? 'seal seal--solid' : 'seal'} {...told({ role: 'img', label: '已入座' })}>
      {solid && <View className="seal__rim" />}
      <View>
        <View>入</View>
        <View>座</View>
      </View>
    </View>
  );
}
