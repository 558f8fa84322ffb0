import { Picker, View } from '@tarojs/components';
import { dateText, instantOf } from '../../domain/base/clock';
import { told } from './a11y';
import type { DayProps } from './day';

/** A day, by WeChat's own wheel. */
export function DayField({ name, value, onChange, testId }: DayProps) {
  const at = instantOf(value, '00:00');
  return (
    <View className="field" data-testid={testId}>
      <View className="b">{name}</View>
      <Picker mode="date" value={value} onChange={event => onChange(event.detail.value)} {...told({ label: name })}>
        <View className="field__input moment__shown">{at === undefined ? '选日期' : dateText(at)}</View>
      </Picker>
    </View>
  );
}
