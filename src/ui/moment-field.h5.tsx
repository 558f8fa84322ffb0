import { View } from '@tarojs/components';
import { dayKey, instantOf, timeText } from '../../domain/base/clock';
import type { MomentProps } from './moment';

/** A day and a time in Shanghai, by the browser's own calendar. */
export function MomentField({ name, value, hint, fault, onChange, testId }: MomentProps) {
  return (
    <View className={fault ? 'field field--bad' : 'field'}>
      <View className="b">{name}</View>
      <input
        className="field__input field__native"
        type="datetime-local"
        aria-label={name}
        value={value === null ? '' : `${dayKey(value)}T${timeText(value)}`}
        onChange={event => {
          const [day = '', time = ''] = event.target.value.split('T');
          onChange(instantOf(day, time) ?? null);
        }}
        data-testid={testId}
      />
      {fault ? <View className="field__fault sm">{fault}</View> : null}
      {!fault && hint ? <View className="sm t3 field__hint">{hint}</View> : null}
    </View>
  );
}
