import { Text, View } from '@tarojs/components';
import type { OpenAppeal, RollPerson, RollView } from '../../../../domain/api';
import { dateText } from '../../../../domain/base/clock';
import { agoText } from '../../../app/words';
import { Button } from '../../../ui/button';
import { Nothing } from '../../../ui/nothing';
import { Who } from '../../../ui/who';
import { go } from '../../../app/way/go';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { saidText, StateMark } from '../../../features/roll/roll-list';
import { stateOf } from '../../../features/roll/person-state';
import { disputedText } from '../../../features/roll/disputed-words';

const rollOf = questions('attendance.lesson', name => {
  const [sectionId = '', lessonIndex = ''] = name.split(' ');
  return { sectionId, lessonIndex: Number(lessonIndex) };
});

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
            {dateText(appeal.startsAt)} {!appeal.lecture && `第 ${appeal.lessonIndex + 1} 次课`}记了缺课
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

/** The facts on the roll about an appeal's lesson: who made the mark, when, and whether the person had scanned. */
function Evidence({ appeal }: { appeal: OpenAppeal }) {
  const { data, failed } = useAsked(rollOf(`${appeal.sectionId} ${appeal.lessonIndex}`));
  const person = data?.people.find(one => one.memberId === appeal.memberId);
  return (
    <View className="appeal__evidence" data-testid="evidence">
      {data ? (
        <>
          <View className="sm t2">老师：{data.section.instructor || '没有写'}</View>
          {person ? <Marks person={person} view={data} day={appeal.startsAt} /> : <View>名单上没有这个人</View>}
        </>
      ) : (
        <View className="sm t3">{failed ? '当天的点名没能打开' : '正在找当天的点名'}</View>
      )}
      <Button
        kind="link"
        role="link"
        onTap={() => go.staffLesson(appeal.sectionId, appeal.lessonIndex)}
        testId="appeal-roll"
      >
        看当天的名单
      </Button>
    </View>
  );
}

function Marks({ person, view, day }: { person: RollPerson; view: RollView; day: number }) {
  const state = stateOf(person);
  return (
    <View className="sm num">
      <View className="appeal__mark">
        <StateMark state={state} />
        <Text className="t2">{saidText(person, state, day) || '没有人点过，也没有扫过码'}</Text>
      </View>
      {person.disputed && <View className="t-few">{disputedText(person, view)}</View>}
    </View>
  );
}
