import { View } from '@tarojs/components';
import { useState } from 'react';
import { useStore } from 'zustand';
import { lessonTitle } from '../../../domain/batch/kind-words';
import { LENGTH } from '../../../domain/bounds';
import { dateText } from '../../../domain/base/clock';
import { waitingBy } from '../../../domain/line/place';
import type { SectionCard } from '../../../domain/api';
import { leaveUntil } from '../../../domain/lesson/roll-times';
import { Field } from '../../ui/field';
import { ActSheet } from '../../ui/act-sheet';
import { comeAfterAll, takeLeave } from './lesson-acts';
import { useDoing } from '../../app/act/use-doing';
import { mine } from '../../app/known/places';
import { say } from '../../app/page/said';
import { lessonHours, untilText } from '../../app/words';

interface LeaveProps {
  section: SectionCard;
  lessonIndex: number;
  now: number;
  onClose: () => void;
}

/** 请假 for one lesson: what happens to the seat, and until when the leave can be changed. */
export function LeaveSheet({ section, lessonIndex, now, onClose }: LeaveProps) {
  const [reason, setReason] = useState('');
  const { state, run } = useDoing();
  const lesson = section.lessons[lessonIndex];
  const own = useStore(mine.store, one => one.data?.places.find(({ place }) => place.sectionId === section.sectionId));
  if (!lesson) return null;
  const id = { sectionId: section.sectionId, lessonIndex };
  const waiting = own ? waitingBy(own.place, own.section) : undefined;
  const until = untilText(leaveUntil(lesson), now);

  const send = async () => {
    const acted = await takeLeave(id, reason.trim());
    if (!acted.done) return acted.message;
    say(
      acted.lent
        ? { text: '请好假了，座位借给了候补的工友，您的名额还在。' }
        : { text: '请好假了，座位还没有借出去。', undo: () => comeAfterAll(id) },
    );
    return onClose();
  };

  return (
    <ActSheet
      title="这节课请假？"

      state={state}
      label="请假"
      takes
      busyLabel="正在办"
      insteadLabel="再想想"
      onAct={() => void run(send)}
      onClose={onClose}
      testId="leave-confirm"
    >
      <View className="b num stack-2">
        {dateText(lesson.startsAt)} {lessonHours(lesson)}
      </View>
      <View className="t2 num">{lessonTitle(section, lessonIndex)}</View>
      <View className="t2 stack-3">{whatBecomes(waiting, until)}只这一次，您的名额还在。请了假不算缺课。</View>
      <View className="t3 sm stack-2 num">{until} 前可以请假。</View>
      <Field
        name="原因"
        value={reason}
        onInput={setReason}
        example="可以不写"
        maxLength={LENGTH.leaveReason}
        hint="只有老师和工会看得到"
        testId="leave-reason"
      />
    </ActSheet>
  );
}

/** What happens to the seat, as far as it is known now. */
function whatBecomes(waiting: number | undefined, until: string): string {
  if (waiting === undefined) return '这节课的座位借给候补第 1 位。';
  return waiting > 0
    ? `有 ${waiting} 人在候补，请了假座位马上借出，不能改回。`
    : `现在没有人候补，座位先空着，${until} 前还能改回来。`;
}
