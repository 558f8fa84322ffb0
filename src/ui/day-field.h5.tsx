import { View } from '@tarojs/components';
import type { DayProps } from './day';

/** A day, by the browser's own calendar. */
export function DayField({ name, value, onChange, testId }: DayProps) {
  return (
    <View className="field">
      <View className="b">{name}</View>
      <input
        className="field__input field__native"
        type="date"
        aria-label={name}
        value={value}
        onChange={event => onChange(event.target.value)}
        data-testid={testId}
      />
    </View>
  );
}
