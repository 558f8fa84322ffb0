import { View } from '@tarojs/components';
import { told } from './a11y';
import { Tap } from './tap';
import './tabs.scss';

interface TabsProps<V extends string> {
  /** What is chosen by them. */
  label: string;
  value: V | undefined;
  options: readonly (readonly [value: V, word: string])[];
  onChoose: (value: V) => void;
  testId: string;
}

/** Chooses what the page below shows. */
export function Tabs<V extends string>({ label, value, options, onChoose, testId }: TabsProps<V>) {
  return (
    <View className="tabs" {...told({ role: 'tablist', label })}>
      {options.map(([one, word]) => (
        <Tap
          key={one}
          role="tab"
          selected={one === value}
          className={one === value ? 'tabs__one tabs__one--on' : 'tabs__one'}
          onTap={() => onChoose(one)}
          testId={testId}
        >
          {word}
        </Tap>
      ))}
    </View>
  );
}
