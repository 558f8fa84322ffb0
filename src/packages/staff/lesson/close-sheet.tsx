import { View } from '@tarojs/components';
import { kindWords } from '../../../../domain/batch/kind-words';
import type { RollView } from '../../../../domain/api';
import { isMovedShortly } from '../../../../domain/lesson/roll-times';
import { serverClock } from '../../../app/clock/server-clock';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { ActSheet } from '../../../ui/act-sheet';
import { useAct } from '../../../app/act/use-act';
import { closingOf, countsOf, mayBeUnderWay } from '../../../features/roll/person-state';
import { disputedText } from '../../../features/roll/disputed-words';
import { WhoLine } from '../../../ui/who';

/** 确认考勤: says name by name what the closing will mean before it is done. */
export function CloseSheet({ roll, onClose }: { roll: RollView; onClose: (changed?: RollView) => void }) {
  const { state, act } = useAct('attendance.close', { long: true });
  const { unmarked, absent, undecided } = closingOf(roll);
  const { called } = roll;
  const { present, late, leave } = countsOf(roll);
  const missed = unmarked.length + absent.length;
  const lesson = roll.section.lessons[roll.lessonIndex];
  const movedShortly = lesson !== undefined && isMovedShortly(lesson);

  const { section, lessonIndex } = roll;
  const words = kindWords(section);
  const close = () => void act({ sectionId: section.sectionId, lessonIndex }, onClose);

  return (
    <ActSheet
      title={`确认${words.lesson(roll.lessonIndex)}的考勤`}
      state={state}
      label={called && missed > 0 ? `确认考勤，${missed} 人记缺课` : '确认考勤'}
      busyLabel="正在确认"
      insteadLabel="先不确认"
      onAct={close}
      onClose={() => onClose()}
      testId="close-now"
    >
      <View className="t2 stack-2 num">
        到 {present} 人，迟到 {late} 人，请假 {leave} 人。确认以后老师不能再改，您还可以更正。
      </View>
      {mayBeUnderWay(roll, serverClock.now()) && (
        <Notice className="stack-4" kind="soon" testId="marks-under-way">
          老师的点名一条也没有传到。教室里没有信号的话，点名可能还在老师手机里，可以问过老师再确认。现在确认也不会丢：确认前点的以后传到，照样收，点了到的不再记缺课。
        </Notice>
      )}
      {called ? (
        <>
          <Heading level={3} className="stack-4" testId="closing-count">
            {missed > 0 ? `${missed} 人会记缺课` : '没有人缺课'}
          </Heading>
          {missed > 0 && (
            <View className="sm t2 stack-2">
              {movedShortly
                ? `${words.one}前一天内改过时间，谁都不计入缺课次数。`
                : '各计一次缺课，本人能看到，也能申诉。'}
            </View>
          )}
          {missed > 0 && !movedShortly && (
            <View className="sm t3 stack-2">
              <View>不计：前一天内才递补上、加进来的人。</View>
              <View>也计：晚退以后座位一直空着的人。</View>
            </View>
          )}
          {missed > 0 && (
            <View className="stack-3" data-testid="closing-people">
              {unmarked.map(person => (
                <WhoLine key={person.memberId} name={person.name} more={person.phone} testId="closing-person">
                  没点过
                </WhoLine>
              ))}
              {absent.map(person => (
                <WhoLine key={person.memberId} name={person.name} more={person.phone} testId="closing-person">
                  点的是缺课
                </WhoLine>
              ))}
            </View>
          )}
          {undecided.length > 0 && (
            <View className="stack-4" data-testid="closing-undecided">
              <Notice kind="soon">
                {undecided.length} 人记的不一样，还没有人定，确认时不记缺课。可以先在名单里认可或更正。
              </Notice>
              <View className="stack-3">
                {undecided.map(person => (
                  <WhoLine key={person.memberId} name={person.name} more={person.phone} testId="closing-person">
                    {disputedText(person, roll)}
                  </WhoLine>
                ))}
              </View>
            </View>
          )}
        </>
      ) : (
        <Notice className="stack-4" kind="soon" testId="nobody-called">
          {words.one}没有人点过名，也没有人签到。确认后谁也不记缺课，到课率里没有这一次。{words.held}的请先更正。
        </Notice>
      )}
    </ActSheet>
  );
}
