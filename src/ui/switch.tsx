import { View } from '@tarojs/components';
import { Tap } from './tap';

interface SwitchProps {
  name: string;
  text: string;
  on: boolean;
  onChange: (on: boolean) => void;
  /** A plain row, for use within a form or a list that is a card already. */
  className?: string;
  testId: string;
}

/** On or off. */
export function Switch({ name, text, on, onChange, className = 'card field', testId }: SwitchProps) {
  return (
    <Tap
      className={`${className} row door`}
      role="switch"
      checked={on}
      label={name}
      onTap={() => onChange(!on)}
      testId={testId}
    >
      <View className="grow">
        <View>{name}</View>
        <View className="sm t3">{text}</View>
      </View>
      <View className={on ? 'switch switch--on' : 'switch'}>
        <View className="switch__knob" />
      </View>
    </Tap>
  );
}
