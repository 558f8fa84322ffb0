import { Textarea } from '@tarojs/components';
import { told } from './a11y';
import './text-area.scss';

interface TextAreaProps {
  /** Its name for a screen reader. The words above it stand in the `FieldFrame` or the sheet around it. */
  name: string;
  value: string;
  /** What a good answer looks like, shown while there is none. */
  example: string;
  onInput: (value: string) => void;
  /** -1 = as long as somebody pastes. */
  maxLength: number;
  /** `small`: three lines. `tall`: a pasted table, in small letters. */
  size?: 'small' | 'tall';
  testId: string;
}

/** Several lines of text. */
export function TextArea({ name, value, example, onInput, maxLength, size, testId }: TextAreaProps) {
  return (
    <Textarea
      className={size ? `text-area text-area--${size}` : 'text-area'}
      value={value}
      maxlength={maxLength}
      placeholder={example}
      placeholderClass="field__placeholder"
      onInput={event => onInput(event.detail.value)}
      data-testid={testId}
      {...told({ label: name })}
    />
  );
}
