import { Input } from '@tarojs/components';
import { told } from './a11y';
import { FieldFrame, type FieldWords } from './field-frame';

interface FieldProps extends FieldWords {
  value: string;
  /** What a good answer looks like, shown while there is none. */
  example?: string;
  digits?: boolean;
  maxLength?: number;
  onInput: (value: string) => void;
  testId: string;
}

/** One line of a form: its name, the input, and what is wrong with it. */
export function Field({ value, example, digits, maxLength, onInput, testId, ...words }: FieldProps) {
  return (
    <FieldFrame {...words}>
      <Input
        className="field__input"
        value={value}
        placeholder={example ?? ''}
        placeholderClass="field__placeholder"
        // A browser's number field refuses what people paste, such as 138 0000 1234.
        type={digits && process.env.TARO_ENV === 'weapp' ? 'number' : 'text'}
        maxlength={maxLength ?? (digits ? 20 : 60)}
        onInput={event => onInput(event.detail.value)}
        data-testid={testId}
        {...told({ label: words.name })}
      />
    </FieldFrame>
  );
}
