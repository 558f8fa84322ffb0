import { Input, View } from '@tarojs/components';
import { told } from './a11y';

interface FieldProps {
  name: string;
  value: string;
  /** What a good answer looks like, shown while there is none. */
  example?: string;
  /** What is wrong with it, in a sentence. */
  fault?: string | undefined;
  /** A word on its purpose, shown below. */
  hint?: string;
  digits?: boolean;
  maxLength?: number;
  onInput: (value: string) => void;
  testId: string;
}

/** One line of a form: its name, the input, and what is wrong with it. */
export function Field({ name, value, example, fault, hint, digits, maxLength, onInput, testId }: FieldProps) {
  return (
    <View className={fault ? 'field field--bad' : 'field'}>
      <View className="b">{name}</View>
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
        {...told({ label: name })}
      />
      {fault ? (
        <View className="field__fault sm" {...told({ live: 'assertive' })}>
          {fault}
        </View>
      ) : hint ? (
        <View className="sm t3 field__hint">{hint}</View>
      ) : null}
    </View>
  );
}
