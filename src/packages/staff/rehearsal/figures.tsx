import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { rehearsalFigures } from '../../../../charts/rehearsal/figures';
import { GOALS, type RehearsalNumbers } from '../../../../domain/rehearsal/rehearsal';
import { Picture } from '../../../ui/picture';
import { useAppearance } from '../../../ui/appearance/appearance';
import { isWide, lookOf } from '../../../ui/chart-look';

/** The charts of the command's report, drawn at the size that they have here. */
export function Figures({ numbers }: { numbers: RehearsalNumbers }) {
  const { dark, large } = useAppearance();
  const [width, size] = isWide() ? [520, large ? 16 : 12] : [335, large ? 15 : 12];
  const figures = useMemo(() => rehearsalFigures(numbers, GOALS.callsPerPerson), [numbers]);
  return (
    <View className="rehearsal__figures">
      {figures.map(({ title, says, height: usual, draw }) => {
        const height = Math.round((usual * size) / 12);
        return (
          <View key={title} className="card pad rehearsal__figure" data-testid="rehearsal-figure">
            <View className="b">{title}</View>
            <View className="sm t3 num rehearsal__says">{says}</View>
            <Picture svg={draw(lookOf(width, height, dark, size))} ratio={height / width} label={`${title}：${says}`} />
          </View>
        );
      })}
    </View>
  );
}
