import { Picker, View } from '@tarojs/components';
import { dateText, instantOf } from '../../domain/base/clock';
import { told } from './a11y';
import type { DayProps } from './day';
import { FieldFrame } from './field-frame';
import './moment-field.scss';

/** A day, by WeChat's own wheel. */
export function DayField({ name, value, onChange, testId }: DayProps) {
  const at = instantOf(value, '00:00');
  return (
    <FieldFrame name={name} testId={testId}>
      <Picker mode="date" value={value} onChange={event => onChange(event.detail.value)} {...told({ label: name })}>
        <View className="field__input moment__shown">{at === undefined ? '选日期' : dateText(at)}</View>
      </Picker>
    </FieldFrame>
  );
}
