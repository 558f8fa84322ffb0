import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import type { OpenAppeal } from '../../../../domain/api';
import { Field } from '../../../ui/field';
import { ActSheet } from '../../../ui/act-sheet';
import { useAct } from '../../../app/act/use-act';

interface AnswerProps {
  appeal: OpenAppeal;
  forgiven: boolean;
  onClose: (done: boolean) => void;
}

/** The answer to an appeal, with a sentence to the person. */
export function AnswerSheet({ appeal, forgiven, onClose }: AnswerProps) {
  const [text, setText] = useState('');
  const { state, act, say } = useAct('attendance.answer');
  const title = forgiven ? `${appeal.name}这一次不算缺课` : `维持${appeal.name}的缺课`;
  const answerIt = () => {
    if (!text.trim()) return say('请写一句话给本人，说清楚为什么');
    const { sectionId, lessonIndex, memberId } = appeal;
    return void act({ sectionId, lessonIndex, memberId, forgiven, text: text.trim() }, () => onClose(true));
  };
  return (
    <ActSheet
      title={title}
      text={
        <>
          {forgiven ? '这一次不计入缺课次数，考勤表里还写着没来。' : '这一次照算缺课，到期自动不算。'}
          本人会收到您写的话。
        </>
      }
      state={state}
      label={forgiven ? '不算缺课，并告诉本人' : '维持缺课，并告诉本人'}
      busyLabel="正在答复"
      insteadLabel="先不答复"
      onAct={answerIt}
      onClose={() => onClose(false)}
      testId="answer-now"
    >
      <Field
        name="给本人的话"
        value={text}
        onInput={setText}
        example={forgiven ? '例如 已核实，这次不算' : '例如 老师没见到您'}
        maxLength={LENGTH.reason}
        testId="answer-text"
      />
    </ActSheet>
  );
}
