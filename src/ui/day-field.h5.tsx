import type { DayProps } from './day';
import { FieldFrame } from './field-frame';

/** A day, by the browser's own calendar. */
export function DayField({ name, value, onChange, testId }: DayProps) {
  return (
    <FieldFrame name={name}>
      <input
        className="field__input field__native"
        type="date"
        aria-label={name}
        value={value}
        onChange={event => onChange(event.target.value)}
        data-testid={testId}
      />
    </FieldFrame>
  );
}
