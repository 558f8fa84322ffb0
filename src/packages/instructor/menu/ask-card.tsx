import { View } from '@tarojs/components';
import type { Ask } from '../../../../domain/api';
import { dateText, dayText } from '../../../../domain/base/clock';
import { titleOf } from '../../../../domain/batch/title';
import { scheduleText } from '../../../app/words';
import { Button } from '../../../ui/button';
import { Chip } from '../../../ui/chip';
import { Fact } from '../../../ui/fact';
import { Heading } from '../../../ui/heading';

interface AskProps {
  ask: Ask;
  now: number;
  onAnswer: (yes: boolean) => void;
}

/** A class that the union would like me to run, with two answers, or with the one that was given. */
export function AskCard({ ask, now, onAnswer }: AskProps) {
  const { lessons, answer, answeredAt, text } = ask;
  const [first] = lessons;
  const title = titleOf(ask);
  return (
    <View className="card pad stack-3" data-testid={`ask-${ask.key}`}>
      <View className="ask__head">
        <Heading level={3}>{title}</Heading>
        {answer === null ? (
          <Chip kind="few">等您答复</Chip>
        ) : (
          <Chip kind={answer === 'yes' ? 'seated' : 'full'}>已答复</Chip>
        )}
      </View>
      <View className="stack-2">
        <Fact name="时间">
          <View className="num">{scheduleText(ask.schedule)}</View>
          {first && (
            <View className="sm t3 num">
              {dateText(first.startsAt, now)}起，共 {lessons.length} 次
            </View>
          )}
        </Fact>
        {ask.place && <Fact name="地点">{ask.place}</Fact>}
        {ask.instructor && <Fact name="老师">{ask.instructor}</Fact>}
        {ask.organisation && <Fact name="承办">{ask.organisation}</Fact>}
        <Fact name="名额">
          <View className="num">{ask.capacity} 人</View>
        </Fact>
      </View>
      {answer === null ? (
        <>
          <Button
            kind="go"
            className="stack-4"
            label={`${title}，可以承办`}
            onTap={() => onAnswer(true)}
            testId="ask-yes"
          >
            可以承办
          </Button>
          <Button
            kind="ink"
            className="stack-2"
            label={`${title}，承办不了`}
            onTap={() => onAnswer(false)}
            testId="ask-no"
          >
            承办不了
          </Button>
        </>
      ) : (
        <View className="ask__said sm" data-testid="ask-said">
          <View className="b">
            {answeredAt === null ? '' : `${dayText(answeredAt, now)} `}答复：
            {answer === 'yes' ? '可以承办' : '承办不了'}
          </View>
          {text && <View className="t2">{text}</View>}
          <View className="t3">要改，请联系工会再问一次。</View>
        </View>
      )}
    </View>
  );
}
