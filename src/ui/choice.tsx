import { View } from '@tarojs/components';
import { told } from './a11y';
import { Tap } from './tap';

interface ChoiceProps<V extends string> {
  name: string;
  /** `undefined` = not chosen yet. */
  value: V | undefined;
  options: (readonly [V, string])[];
  hint?: string | undefined;
  /** What is wrong with it, in a sentence. */
  fault?: string | undefined;
  onChoose: (value: V) => void;
  testId: string;
}

/** Lets the person choose one of a few. */
export function Choice<V extends string>({ name, value, options, hint, fault, onChoose, testId }: ChoiceProps<V>) {
  return (
    <View className={fault ? 'field field--bad' : 'field'} {...told({ role: 'group', label: name })}>
      <View className="b">{name}</View>
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
