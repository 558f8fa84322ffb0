import { View } from '@tarojs/components';
import { namedBars } from '../../../charts/named-bars';
import { DARK, LIGHT } from '../../../charts/palette';
import { CHIPS } from '../../../domain/rating/rating';
import { CHIP_WORDS, meanText, percentText, ratedText } from '../../../domain/rating/said';
import type { Shown } from '../../../domain/rating/shown';
import { useAppearance } from '../../ui/appearance/appearance';
import { Heading } from '../../ui/heading';
import { Picture } from '../../ui/picture';
import { Sum, SumRow } from '../../ui/sum';
import './results.scss';

const WIDTH = 335;
const LINE = 30;

/** The numbers of a class or of several: how many are satisfied, what they ticked, and which stars they gave. */
export function Results({ shown }: { shown: Shown }) {
  const { chips, histogram } = shown;
  const ticked = CHIPS.filter(chip => chips[chip] > 0).sort((a, b) => chips[b] - chips[a]);
  return (
    <>
      <SumRow testId="rating-sums">
        <Sum name="满意" value={percentText(shown.satisfied)} tone="open" />
        <Sum name="平均" value={meanText(shown.mean)} of="星" />
      </SumRow>
      <View className="sm t3 num stack-2" data-testid="rated">
        {ratedText(shown)}。4 星和 5 星算满意。
      </View>
      {histogram && (
        <Bars
          title="几星各几人"
          bars={histogram
            .map((people, index) => ({ label: `${index + 1} 星`, value: people, said: `${people} 人` }))
            .reverse()}
          testId="histogram"
        />
      )}
      {ticked.length > 0 && (
        <Bars
          title="大家挑的词"
          bars={ticked.map(chip => ({ label: CHIP_WORDS[chip], value: chips[chip], said: percentText(chips[chip]) }))}
          testId="chips"
        />
      )}
    </>
  );
}

interface BarsProps {
  title: string;
  bars: { label: string; value: number; said: string }[];
  testId: string;
}

function Bars({ title, bars, testId }: BarsProps) {
  const { dark, large } = useAppearance();
  const [size, height] = large ? [16, bars.length * LINE * 1.2] : [13, bars.length * LINE];
  const look = { width: WIDTH, height, size, palette: dark ? DARK : LIGHT };
  return (
    <View className="rating-bars" data-testid={testId}>
      <Heading level={3}>{title}</Heading>
      <View className="rating-bars__chart">
        <Picture
          svg={namedBars({ title, bars: bars.map(bar => ({ ...bar, tone: 'openFill' as const })) }, look)}
          ratio={height / WIDTH}
          label={bars.map(bar => `${bar.label} ${bar.said}`).join('；')}
        />
      </View>
    </View>
  );
}
