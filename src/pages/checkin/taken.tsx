import { kindWords, lessonTitle } from '../../../domain/batch/kind-words';
import { View } from '@tarojs/components';
import { timeText } from '../../../domain/base/clock';
import type { SectionCard } from '../../../domain/api';
import { go } from '../../app/way/go';
import { lessonHours } from '../../app/words';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Fact } from '../../ui/fact';
import { Result } from './result';

/** A check-in that the server has recorded. */
export interface Taken {
  /** Missing if the phone knows nothing of the class and no answer brought it. */
  section: SectionCard | undefined;
  lessonIndex: number;
  state: 'present' | 'late';
  at: number;
  already: boolean;
  guest: boolean;
  /** The answer got lost, and the check-in was found among my lessons. */
  found: boolean;
}

function titleOf({ already, state }: Taken): string {
  if (already) return '已经签过到';
  return state === 'late' ? '签到了，记为迟到' : '签到成功';
}

/** 签到成功，19:26，茶艺一班第 3 次课. There is no seal, because a seal means a seat. */
export function TakenScreen({ taken }: { taken: Taken }) {
  const { section, lessonIndex, state, at, already, guest, found } = taken;
  const lesson = section?.lessons[lessonIndex];
  return (
    <Result
      look={state === 'late' ? 'late' : 'good'}
      title={titleOf(taken)}
      time={timeText(at)}
      text={section ? lessonTitle(section, lessonIndex) : '这一次'}
      testId={already ? 'checked-in-already' : state === 'late' ? 'checked-in-late' : 'checked-in'}
      dock={
        <Button kind="go" onTap={go.mine} testId="to-mine">
          看我的课
        </Button>
      }
    >
      {section && lesson && (
        <View className="card pad">
          <Fact name="时间">
            <View className="num">{lessonHours(lesson)}</View>
          </Fact>
          <Fact name="地点">{section.place}</Fact>
          <Fact name={kindWords(section).teacher}>{section.instructor}</Fact>
        </View>
      )}
      <View className="stack-3">
        {guest && <Notice kind="wait">这个座位只是这一次的，下次还按原来的名单。</Notice>}
        {!guest && already && <Notice kind="quiet">不用再扫，直接进去就好。</Notice>}
        {!guest && !already && state === 'late' && <Notice kind="quiet">照常进去。要是早就到了，请老师改一下。</Notice>}
        {found && <Notice kind="quiet">答复在路上丢了，刚才替您查到的。</Notice>}
      </View>
    </Result>
  );
}
