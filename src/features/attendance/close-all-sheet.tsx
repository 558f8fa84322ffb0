import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { lessonTitle } from '../../../domain/batch/kind-words';
import { dateText } from '../../../domain/base/clock';
import type { LessonToConfirm } from '../../../domain/api';
import { askUntilKnown } from '../../app/call/ask-until-known';
import { LONG_CALL_MS } from '../../app/call/call';
import { ActSheet } from '../../ui/act-sheet';
import { newActId } from '../../app/act/act-id';
import { useDoing } from '../../app/act/use-doing';

const keyOf = ({ section, lesson }: LessonToConfirm) => `${section.sectionId} ${lesson.lessonIndex}`;

interface CloseAllProps {
  lessons: LessonToConfirm[];
  onClose: (done: boolean) => void;
}

/**
 * Closes, one after the other, every lesson whose people were all called. The odd lessons have to be looked at one
 * by one.
 */
export function CloseAllSheet({ lessons, onClose }: CloseAllProps) {
  const { state, run } = useDoing();
  const [done, setDone] = useState(0);
  // Each lesson is an act of its own, and stays the same act if it is sent again after a lost answer.
  const acts = useRef(new Map(lessons.map(one => [keyOf(one), newActId()])));
  const absent = lessons.reduce((sum, { lesson }) => sum + lesson.absent, 0);

  const closeAll = async () => {
    for (const [index, one] of lessons.entries()) {
      if (index < done) continue;
      const { section, lesson } = one;
      const input = {
        actId: acts.current.get(keyOf(one)) ?? newActId(),
        sectionId: section.sectionId,
        lessonIndex: lesson.lessonIndex,
      };
      const answer = await askUntilKnown('attendance.close', input, { timeoutMs: LONG_CALL_MS });
      // Somebody else has closed it meanwhile, which is just as good.
      if (!answer.ok && answer.code !== 'ROLL_CLOSED') {
        const which = lessonTitle(section, lesson.lessonIndex);
        return `确认了 ${index} 次，${which}没有成：${answer.message}`;
      }
      setDone(index + 1);
    }
    return onClose(true);
  };

  return (
    <ActSheet
      title={`确认 ${lessons.length} 次课的考勤`}
      text={`这些课人人都点过了。${absent > 0 ? `一共 ${absent} 人次记缺课，` : '没有人缺课，'}确认以后老师不能再改，您还可以更正。`}
      state={state}
      label={`确认 ${lessons.length} 次${absent > 0 ? `，${absent} 人次记缺课` : ''}`}
      busyLabel={`正在确认 ${done} / ${lessons.length}`}
      insteadLabel="先不确认"
      onAct={() => void run(closeAll)}
      onClose={() => onClose(done > 0)}
      testId="close-all-now"
    >
      <View className="stack-3" data-testid="close-all-list">
        {lessons.map(one => (
          <View key={keyOf(one)} className="row num">
            <View className="grow">
              <View>{lessonTitle(one.section, one.lesson.lessonIndex)}</View>
              <View className="sm t3">{dateText(one.lesson.startsAt)}</View>
            </View>
            <View className="sm t2">{one.lesson.absent > 0 ? `${one.lesson.absent} 人缺课` : '没有缺课'}</View>
          </View>
        ))}
      </View>
    </ActSheet>
  );
}
