import { View } from '@tarojs/components';
import { Tap } from '../../../parts/tap';

interface ChoiceProps<V extends string> {
  name: string;
  value: V;
  options: [V, string][];
  hint?: string;
  onChoose: (value: V) => void;
  testId: string;
}

/** One of a few. */
export function Choice<V extends string>({ name, value, options, hint, onChoose, testId }: ChoiceProps<V>) {
  return (
    <View className="field">
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
      {hint && <View className="sm t3 field__hint">{hint}</View>}
    </View>
  );
}
