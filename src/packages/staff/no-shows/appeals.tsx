import { View } from '@tarojs/components';
import type { OpenAppeal } from '../../../../domain/api';
import { dateText } from '../../../../domain/base/clock';
import { agoText } from '../../../app/words';
import { Button } from '../../../ui/button';
import { Nothing } from '../../../ui/nothing';
import { Evidence } from './evidence';
import { Who } from '../../../ui/who';

interface AppealsProps {
  appeals: OpenAppeal[];
  now: number;
  onAnswer: (appeal: OpenAppeal, forgiven: boolean) => void;
}

/** What people say about an absence, oldest first, and the two answers to it. */
export function Appeals({ appeals, now, onAnswer }: AppealsProps) {
  if (appeals.length === 0) return <Nothing>没有等答复的申诉</Nothing>;
  return (
    <>
      {appeals.map(appeal => (
        <View
          key={`${appeal.sectionId} ${appeal.lessonIndex} ${appeal.memberId}`}
          className="card pad appeal"
          data-testid="appeal"
        >
          <View className="split split--base">
            <Who name={appeal.name} more={appeal.title} className="grow" />
            <View className="sm t3 num">{agoText(now - appeal.at)}</View>
          </View>
          <View className="sm t3 num">
            {dateText(appeal.startsAt)} 第 {appeal.lessonIndex + 1} 次课记了缺课
          </View>
          <View className="stack-2">“{appeal.text}”</View>
          <Evidence appeal={appeal} />
          <View className="appeal__acts">
            <Button
              kind="go"
              size="row"
              className="appeal__act"
              label={`${appeal.name}这一次不算缺课`}
              onTap={() => onAnswer(appeal, true)}
              testId="forgive"
            >
              不算缺课
            </Button>
            <Button
              kind="quiet"
              size="row"
              className="appeal__act"
              label={`维持${appeal.name}的缺课`}
              onTap={() => onAnswer(appeal, false)}
              testId="let-stand"
            >
              维持缺课
            </Button>
          </View>
        </View>
      ))}
    </>
  );
}
