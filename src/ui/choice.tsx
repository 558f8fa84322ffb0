import { View } from '@tarojs/components';
import { FieldFrame, type FieldWords } from './field-frame';
import { Tap } from './tap';

interface ChoiceProps<V extends string> extends FieldWords {
  /** `undefined` = not chosen yet. */
  value: V | undefined;
  options: (readonly [V, string])[];
  onChoose: (value: V) => void;
  testId: string;
}

/** Lets the person choose one of a few. */
export function Choice<V extends string>({ value, options, onChoose, testId, ...words }: ChoiceProps<V>) {
  return (
    <FieldFrame {...words} group>
      <View className="choice">
        {options.map(([one, word]) => (
          <Tap
            key={one}
            selected={one === value}
            className={one === value ? 'choice__one choice__one--on' : 'choice__one'}
            onTap={() => onChoose(one)}
            testId={`${testId}-${one}`}
          >
            {word}
          </Tap>
        ))}
      </View>
    </FieldFrame>
  );
}
