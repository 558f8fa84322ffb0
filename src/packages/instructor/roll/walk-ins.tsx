import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { isLecture } from '../../../../domain/lesson/lecture';
import type { RollView, RollWaiting } from '../../../../domain/api';
import { timeText } from '../../../../domain/base/clock';
import { walkInOpensAt } from '../../../../domain/lesson/roll-times';
import { call } from '../../../app/call/call';
import { GroupHead } from '../../../ui/heading';
import { Fault } from '../../../ui/notice';
import { Button } from '../../../ui/button';
import { inTurn, knowRoll } from '../../../features/roll/rolls';

/** 补位: a quarter of an hour into the lesson, an empty seat may be filled in the order of the line. */
export function WalkIns({ view, rollKey, now }: { view: RollView; rollKey: string; now: number }) {
  const [busy, setBusy] = useState<string>();
  const [message, setMessage] = useState<string>();
  const lesson = view.section.lessons[view.lessonIndex];
  const inside = new Set(view.people.map(person => person.memberId));
  const waiting = view.waiting.filter(one => !inside.has(one.memberId));
  if (!lesson || now < lesson.startsAt || now >= lesson.endsAt || waiting.length === 0) return null;

  const letIn = async ({ memberId }: RollWaiting) => {
    setBusy(memberId);
    setMessage(undefined);
    const { sectionId } = view.section;
    const { lessonIndex } = view;
    const answer = await inTurn(rollKey, () => call('roll.letIn', { sectionId, lessonIndex, memberId }));
    if (answer.ok) knowRoll(rollKey, answer.data);
    else if (answer.code === 'WALK_IN_TOO_EARLY' || answer.code === 'LINE_FIRST')
      setMessage(`${answer.message}（${timeText(answer.details.from)} 起）`);
    else setMessage(answer.message);
    setBusy(undefined);
  };

  const from = walkInOpensAt(lesson);
  const unmarked = view.people.filter(person => person.mark === null && person.leave === null).length;
  return (
    <View data-testid="walk-ins">
      <GroupHead
        aside={
          <>
            {/* An unmarked seat is not empty. Many of these people are on their way, or have not been called yet. */}
            {now < from ? `还有 ${unmarked} 人没点` : `${view.freeSeats} 人还没到`}
          </>
        }
      >
        补位
      </GroupHead>
      {now < from ? (
        <View className="t2 num">
          {timeText(from)} 还有空位，候补的人就可以进来{isLecture(view.section) ? '听' : '上这一次课'}。
        </View>
      ) : view.freeSeats === 0 ? (
        <View className="t2">座位都有人了。</View>
      ) : (
        <View className="card">
          {waiting.map(one => (
            <View key={one.memberId} className="roll-line" data-testid="waiting-line">
              <View className="grow">
                <Text className="roll-line__name">{one.name}</Text>
                <View className="sm t3 num">
                  候补第 {one.number} 位，{one.phone}
                </View>
              </View>
              <Button
                kind="line"
                size="row"
                busy={busy === one.memberId}
                busyLabel="正在办"
                dead={busy !== undefined}
                label={`让${one.name}进来`}
                onTap={() => void letIn(one)}
                testId="let-in"
              >
                让他进来
              </Button>
            </View>
          ))}
        </View>
      )}
      <Fault says={message} testId="let-in-refused" />
    </View>
  );
}
