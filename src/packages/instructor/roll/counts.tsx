import { View } from '@tarojs/components';
import type { Sums } from '../../../features/roll/rows';

const COLUMNS: [Exclude<keyof Sums, 'expected'>, string][] = [
  ['present', '到'],
  ['late', '迟到'],
  ['leave', '请假'],
  ['absent', '缺课'],
  ['unmarked', '未点'],
];

/** How many people are in each state. The columns stand still while the numbers change. */
export function Counts({ sums }: { sums: Sums }) {
  return (
    <View className="counts" data-testid="counts">
      {COLUMNS.map(([state, word]) => (
        <View key={state} className="counts__one">
          <View className={`counts__number num counts__number--${state}`} data-testid={`count-${state}`}>
            {sums[state]}
          </View>
          <View className="sm t3">{word}</View>
        </View>
      ))}
    </View>
  );
}
