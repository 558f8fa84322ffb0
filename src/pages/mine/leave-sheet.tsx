import { View } from '@tarojs/components';
import { useState } from 'react';
import { dateText } from '../../../domain/clock';
import type { SectionCard } from '../../../domain/contract';
import { leaveUntil } from '../../../domain/rules/roll-times';
import { Field } from '../../parts/field';
import { Sheet } from '../../parts/sheet';
import { Submit, type Sending } from '../../parts/submit';
import { takeLeave } from '../../state/lesson-acts';
import { lessonHours, sectionTitle, whenText } from '../../words';

interface LeaveProps {
  section: SectionCard;
  lessonIndex: number;
  now: number;
  onClose: () => void;
}

/** 请假 for one lesson: what becomes of the seat, and until when it can be changed. */
export function LeaveSheet({ section, lessonIndex, now, onClose }: LeaveProps) {
  const [reason, setReason] = useState('');
  const [state, setState] = useState<Sending>({ busy: false });
  const lesson = section.lessons[lessonIndex];
  if (!lesson) return null;

  const send = async () => {
    setState({ busy: true });
    const acted = await takeLeave({ sectionId: section.sectionId, lessonIndex }, reason.trim());
    if (acted.done) onClose();
    else setState({ busy: false, message: acted.message });
  };

  return (
    <Sheet label="请假" onClose={onClose}>
      <View className="h1">这节课请假？</View>
      <View className="b num stack-2">
        {dateText(lesson.startsAt)} {lessonHours(lesson)}
      </View>
      <View className="t2 num">
        {sectionTitle(section)}第 {lessonIndex + 1} 次课
      </View>
      <View className="t2 stack-3">这节课的座位借给候补第 1 位，只这一次；您的名额还在。请了假不算缺课。</View>
      <View className="t3 sm stack-2 num">
        {whenText(leaveUntil(lesson), now)} 前可以请假。座位还没借出去的话，那之前也能改回来。
      </View>
      <Field
        name="原因"
        value={reason}
        onInput={setReason}
        example="可以不写"
        maxLength={100}
        hint="只有老师和工会看得到"
        testId="leave-reason"
      />
      <Submit
        state={state}
        label="请假"
        busyLabel="正在办"
        onTap={() => void send()}
        testId="leave-confirm"
        instead={{ label: '再想想', onTap: onClose }}
      />
    </Sheet>
  );
}
