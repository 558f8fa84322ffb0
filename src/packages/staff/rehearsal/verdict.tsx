import { Text, View } from '@tarojs/components';
import type { RehearsalLast, ShownRehearsal } from '../../../../domain/api';
import { SECOND } from '../../../../domain/base/clock';
import { told } from '../../../ui/a11y';
import { whenText } from '../../../app/words';
import { Sum, SumRow } from '../../../ui/sum';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { countText, isOld } from './words';

interface VerdictProps {
  rehearsal: ShownRehearsal;
  batch: RehearsalLast['batch'];
  now: number;
}

/** Whether the release may go, why, and what would help. */
export function Verdict({ rehearsal, batch, now }: VerdictProps) {
  const { sheet, numbers, people, byName, at } = rehearsal;
  return (
    <View className="card pad" data-testid="rehearsal-sheet" {...told({ live: 'polite' })}>
      {isOld(numbers.batch, batch) && (
        <Notice className="rehearsal__old" kind="soon" testId="rehearsal-old">
          演练以后改过：现在 {batch.sections} 个班、{countText(batch.capacity)} 个名额。建议再演练一次。
        </Notice>
      )}
      <View className={sheet.go ? 'rehearsal__verdict rehearsal__verdict--go' : 'rehearsal__verdict'}>
        {sheet.title}
      </View>
      <View className="t2 num stack-2">
        {countText(people)} 人在 {numbers.seconds} 秒内点报名，{numbers.profile.label}
      </View>
      <View className="sm t3 num">
        {byName} {whenText(at, now)} 演练
      </View>
      <Plainly rehearsal={rehearsal} />
      <Heading level={3} className="stack-4">
        给技术人员看
      </Heading>
      <View className="rehearsal__reasons">
        {sheet.reasons.map(({ holds, says }) => (
          <View key={says} className="rehearsal__reason" data-testid="rehearsal-reason">
            <Text className={holds ? 'rehearsal__mark rehearsal__mark--holds' : 'rehearsal__mark'}>
              {holds ? '✓' : '✕'}
            </Text>
            <Text className="heard">{holds ? '做到：' : '没做到：'}</Text>
            <Text className={holds ? 'grow num' : 'grow num b'}>{says}</Text>
          </View>
        ))}
      </View>
      <Heading level={3} className="stack-4">
        {sheet.go ? '放号之前' : '怎么办'}
      </Heading>
      {(sheet.advice.length > 0 ? sheet.advice : ['不用另做准备']).map(says => (
        <View key={says} className="rehearsal__advice t2 num">
          {says}
        </View>
      ))}
      <Sums rehearsal={rehearsal} />
    </View>
  );
}

/**
 * What staff need to decide, in three sentences. The reasons and charts below are for the people who maintain the
 * system.
 */
function Plainly({ rehearsal: { numbers, people, sheet } }: { rehearsal: ShownRehearsal }) {
  const { definite, seats, batch, waits } = numbers;
  const silent = people - definite;
  return (
    <View className="rehearsal__plainly num" data-testid="rehearsal-plainly">
      <View>
        {seats.given === batch.capacity
          ? `${countText(batch.capacity)} 个名额全部给出。`
          : `${countText(batch.capacity)} 个名额给出 ${countText(seats.given)} 个。`}
      </View>
      <View>
        {silent > 0
          ? `${countText(silent)} 人没有得到答复。`
          : `${countText(people)} 人都得到答复，100 人里有 95 人等不到 ${Math.max(1, Math.ceil(waits.p95 / SECOND))} 秒。`}
      </View>
      <View>{sheet.go ? '可以按时开放。' : '请先把下面的内容给技术人员看，改好再演练一次。'}</View>
    </View>
  );
}

const seconds = (ms: number) => String(Number((ms / SECOND).toFixed(1)));

/** Shows only numbers that are known of all people. The wait of those who were never answered is no number. */
function Sums({ rehearsal: { numbers } }: { rehearsal: ShownRehearsal }) {
  const { definite, people, seats, batch } = numbers;
  const all = definite === people;
  return (
    <SumRow className="rehearsal__sums">
      <Sum
        name="给出名额"
        value={countText(seats.given)}
        of={`/ ${countText(batch.capacity)}`}
        {...(seats.given === batch.capacity ? { tone: 'open' as const } : {})}
      />
      {all ? (
        <Sum name="全部答完" value={seconds(numbers.lastToldAt)} of="秒" />
      ) : (
        <Sum name="没有答复" value={countText(people - definite)} of="人" tone="absent" />
      )}
      {all && <Sum name="95% 的人等" value={`${seconds(numbers.waits.p95)}`} of="秒以内" />}
      <Sum name="平均每人调用" value={numbers.callsPerPerson.toFixed(2)} of="次" />
    </SumRow>
  );
}
