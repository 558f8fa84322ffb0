import { View } from '@tarojs/components';
import { Tap } from '../../../parts/tap';

interface SwitchProps {
  name: string;
  text: string;
  on: boolean;
  onChange: (on: boolean) => void;
  testId: string;
}

/** On or off. */
export function Switch({ name, text, on, onChange, testId }: SwitchProps) {
  return (
    <Tap
      className="card row field door"
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
