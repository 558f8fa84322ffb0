import { Text, View } from '@tarojs/components';
import type { OpenAppeal, RollPerson, RollView } from '../../../../domain/api';
import { go } from '../../../app/way/go';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { saidText, StateMark } from '../../../features/roll/roll-list';
import { stateOf } from '../../../features/roll/person-state';
import { disputedText } from '../../../features/roll/disputed-words';
import { Button } from '../../../ui/button';

const rollOf = questions('attendance.lesson', name => {
  const [sectionId = '', lessonIndex = ''] = name.split(' ');
  return { sectionId, lessonIndex: Number(lessonIndex) };
});

/**
 * What the roll knows of the lesson that an appeal is about: who made the mark, when, and whether the person had
 * scanned.
 */
export function Evidence({ appeal }: { appeal: OpenAppeal }) {
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
        看这次课的名单
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
