import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { RollView, RollWaiting } from '../../../../domain/api';
import { timeText } from '../../../../domain/base/clock';
import { walkInOpensAt } from '../../../../domain/lesson/roll-times';
import { call } from '../../../app/call/call';
import { told } from '../../../ui/a11y';
import { Note } from '../../../ui/marks';
import { Tap } from '../../../ui/tap';
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
      <View className="sec">
        <View className="h2">补位</View>
        <Text className="sm t3 num">
          {/* An unmarked seat is not empty. Many of these people are on their way, or have not been called yet. */}
          {now < from ? `还有 ${unmarked} 人没点` : `${view.freeSeats} 人还没到`}
        </Text>
      </View>
      {now < from ? (
        <View className="t2 num">{timeText(from)} 还有空位，候补的人就可以进来上这一次课。</View>
      ) : view.freeSeats === 0 ? (
        <View className="t2">座位都有人了。</View>
      ) : (
        <View className="card">
          {waiting.map(one => (
            <View key={one.memberId} className="line" data-testid="waiting-line">
              <View className="grow">
                <Text className="line__name">{one.name}</Text>
                <View className="sm t3 num">
                  候补第 {one.number} 位，{one.phone}
                </View>
              </View>
              <Tap
                className={busy === one.memberId ? 'mini mini--busy' : 'mini mini--line'}
                disabled={busy !== undefined}
                label={`让${one.name}进来`}
                onTap={() => void letIn(one)}
                testId="let-in"
              >
                {busy === one.memberId ? '正在办' : '让他进来'}
              </Tap>
            </View>
          ))}
        </View>
      )}
      {message && (
        <View className="stack-3" {...told({ live: 'assertive' })}>
          <Note kind="danger" testId="let-in-refused">
            {message}
          </Note>
        </View>
      )}
    </View>
  );
}
