import { Textarea } from '@tarojs/components';
import { told } from './a11y';
import { FieldFrame, type FieldWords } from './field-frame';
import './text-area.scss';

interface TextAreaProps extends FieldWords {
  value: string;
  /** What a good answer looks like, shown while there is none. */
  example: string;
  onInput: (value: string) => void;
  /** -1 = as long as somebody pastes; otherwise the letters are counted below it. */
  maxLength: number;
  /** `small`: three lines. `tall`: a pasted table, in small letters. */
  size?: 'small' | 'tall';
  testId: string;
}

/** Several lines of a form: its name, the text, and how much there is room for. */
export function TextArea({ value, example, onInput, maxLength, size, testId, hint, ...words }: TextAreaProps) {
  const count = maxLength < 0 ? [] : [`${value.length} / ${maxLength}`];
  const below = [...(hint ? [hint] : []), ...count].join('。');
  return (
    <FieldFrame {...words} hint={below}>
      <Textarea
        className={size ? `text-area text-area--${size}` : 'text-area'}
        value={value}
        maxlength={maxLength}
        placeholder={example}
        placeholderClass="field__placeholder"
        onInput={event => onInput(event.detail.value)}
        data-testid={testId}
        {...told({ label: words.name })}
      />
    </FieldFrame>
  );
}
