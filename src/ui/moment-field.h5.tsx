import { dayKey, instantOf, timeText } from '../../domain/base/clock';
import { FieldFrame } from './field-frame';
import type { MomentProps } from './moment';

/** A day and a time in Shanghai, by the browser's own calendar. */
export function MomentField({ value, onChange, testId, ...words }: MomentProps) {
  return (
    <FieldFrame {...words}>
      <input
        className="field__input field__native"
        type="datetime-local"
        aria-label={words.name}
        value={value === null ? '' : `${dayKey(value)}T${timeText(value)}`}
        onChange={event => {
          const [day = '', time = ''] = event.target.value.split('T');
          onChange(instantOf(day, time) ?? null);
        }}
        data-testid={testId}
      />
    </FieldFrame>
  );
}
