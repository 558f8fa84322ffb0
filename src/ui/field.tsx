import { Input } from '@tarojs/components';
import { told } from './a11y';
import { FieldFrame, type FieldWords } from './field-frame';

type FieldProps = FieldWords & {
  value: string;
  /** What a good answer looks like, shown while there is none. */
  example?: string;
  onInput: (value: string) => void;
  testId: string;
} & ({ digits: true; maxLength?: never } | { digits?: boolean; maxLength: number });

/** A number says itself what is wrong with it, so its field has room for what people type. */
const DIGITS_LENGTH = 20;

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
        maxlength={maxLength ?? DIGITS_LENGTH}
        onInput={event => onInput(event.detail.value)}
        data-testid={testId}
        // A browser's input lies within Taro's, which does not pass its name on.
        {...(process.env.TARO_ENV === 'weapp' ? {} : { nativeProps: { 'aria-label': words.name } })}
        {...told({ label: words.name })}
      />
    </FieldFrame>
  );
}
