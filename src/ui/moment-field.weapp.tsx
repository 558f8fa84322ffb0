import { Picker, View } from '@tarojs/components';
import { dateText, dayKey, instantOf, timeText } from '../../domain/base/clock';
import { told } from './a11y';
import { FieldFrame } from './field-frame';
import type { MomentProps } from './moment';
import './moment-field.scss';

const USUAL_TIME = '20:00';

/** A day and a time in Shanghai, by WeChat's own wheels. */
export function MomentField({ value, onChange, testId, ...words }: MomentProps) {
  const day = value === null ? dayKey(Date.now()) : dayKey(value);
  const time = value === null ? USUAL_TIME : timeText(value);
  return (
    <FieldFrame {...words} testId={testId}>
      <View className="moment">
        <View className="moment__day">
          <Picker
            mode="date"
            value={day}
            onChange={event => onChange(instantOf(event.detail.value, time) ?? null)}
            {...told({ label: `${words.name}，日期` })}
          >
            <View className="field__input moment__shown">{value === null ? '选日期' : dateText(value)}</View>
          </Picker>
        </View>
        <Picker
          mode="time"
          value={time}
          onChange={event => onChange(instantOf(day, event.detail.value) ?? null)}
          {...told({ label: `${words.name}，时间` })}
        >
          <View className="field__input moment__shown">{value === null ? '选时间' : time}</View>
        </Picker>
      </View>
    </FieldFrame>
  );
}
