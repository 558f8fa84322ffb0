import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import type { BatchCard, ReleaseNumbers, SectionDemand } from '../../../../domain/api';
import { secondText } from '../../../../domain/base/clock';
import { phaseOf } from '../../../../domain/batch/phase';
import { told } from '../../../ui/a11y';
import { useAppearance } from '../../../ui/appearance/appearance';
import { keepLooking } from '../../../app/call/polling';
import { useAsked } from '../../../app/memory/use-asked';
import { answersSvg } from '../../../features/line/seats-curve';
import { ByCourseAndHour } from './demand-groups';
import { Picture } from '../../../ui/picture';
import { Table, TableRow, Cell } from '../../../ui/table';
import { releaseNumbers } from './release-numbers';
import { isWide, lookOf } from '../../../ui/chart-look';

/** How the release went: how many tries there were, who was refused, and what to offer next time. */
export function Numbers({ batch, now, shown }: { batch: BatchCard; now: number; shown: boolean }) {
  const question = releaseNumbers(batch.batchId);
  const asked = useAsked(question, { when: false });
  const opened = phaseOf(batch, now) !== 'upcoming';
  useEffect(() => {
    if (!shown || !opened) return undefined;
    return keepLooking(async () => {
      const answer = await question.ask();
      if (!answer.ok) return undefined;
      return answer.data.pending ? 2_000 : 10_000;
    });
  }, [question, shown, opened]);
  const numbers = asked.data;
  // A copy that an older app has stored has no trouble.
  if (!opened || !numbers?.trouble) return null;
  // With half of a count, a leader would believe that nobody was refused.
  if (numbers.pending)
    return (
      <View className="card pad staff__card" data-testid="numbers-pending" {...told({ live: 'polite' })}>
        <View className="b">正在汇总…</View>
        <View className="sm t3 stack-2">
          谁点了、谁没排上，正在收上来，一般一分钟内收齐。座位和候补不用等，上面已经是准的。
        </View>
      </View>
    );
  if (numbers.tries === 0) return null;
  return (
    <>
      <Answers numbers={numbers} />
      <Demand numbers={numbers} />
      {!isWide() && <ByCourseAndHour batchId={batch.batchId} />}
    </>
  );
}

/**
 * `截至 18:26:40`: the time until which everything is counted. An answer that an older app has stored does not have
 * it.
 */
const untilText = ({ countedUntil }: ReleaseNumbers): string =>
  countedUntil ? `截至 ${secondText(countedUntil)}，` : '';

const people = (numbers: ReleaseNumbers) => `${numbers.atLeast ? '至少 ' : ''}${numbers.turnedAway}`;

function Answers({ numbers }: { numbers: ReleaseNumbers }) {
  const { dark } = useAppearance();
  const [width, height] = isWide() ? [720, 180] : [335, 200];
  const peak = Math.max(
    0,
    ...numbers.seconds.map(({ answers }) => Object.values(answers).reduce((sum, count) => sum + count, 0)),
  );
  return (
    <View className="card pad staff__card" data-testid="answers">
      <View className="split split--base staff__card-head">
        <View className="b">每秒答复</View>
        <View className="cap t3 num">
          {untilText(numbers)}点了 {numbers.tries} 次，最多一秒 {peak} 次，云函数实例 {numbers.trouble.instances} 个
        </View>
      </View>
      <Picture
        svg={answersSvg(numbers.seconds, lookOf(width, height, dark))}
        ratio={height / width}
        label={`一共点了 ${numbers.tries} 次，最多一秒 ${peak} 次`}
      />
    </View>
  );
}

/** What people wanted, and what to offer next time. */
function Demand({ numbers }: { numbers: ReleaseNumbers }) {
  const sections = [...numbers.sections].sort((a, b) => wanted(b) - wanted(a));
  return (
    <View className="card staff__card" data-testid="demand">
      <View className="split split--base demand__head">
        <View className="b">还有多少人想来</View>
        <View className="cap t3 num">
          {untilText(numbers)}
          {people(numbers)} 人一个班也没排上
        </View>
      </View>
      <Table head={['班级', ['时段', 'when'], '名额', '候补', '没排上', '下期建议']}>
        {sections.map(one => (
          <TableRow key={one.sectionId} name={one.title} className="demand__row" testId="demand-row">
            <Cell width="when">{one.when}</Cell>
            <Cell word="名额">{one.capacity}</Cell>
            <Cell word="候补">{one.waiting}</Cell>
            <Cell word="没排上">{one.turnedAway}</Cell>
            <Cell word="下期建议">
              <Text className={one.suggestedCapacity > one.capacity ? 'b demand__more' : 'b'}>
                {one.suggestedCapacity}
              </Text>
            </Cell>
          </TableRow>
        ))}
      </Table>
      <View className="sm t3 demand__foot">
        没排上 = 被告知已满、现在也不在这个班的人，一人只算一次。建议按想来的人数取整到 5，最多翻一倍。
      </View>
    </View>
  );
}

const wanted = (one: SectionDemand) => one.waiting + one.turnedAway;
