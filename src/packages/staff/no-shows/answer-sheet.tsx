import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import type { OpenAppeal } from '../../../../domain/contract';
import { call } from '../../../api/call';
import { Field } from '../../../parts/field';
import { Sheet } from '../../../parts/sheet';
import { Submit, type Sending } from '../../../parts/submit';
import { newActId } from '../act-id';

interface AnswerProps {
  appeal: OpenAppeal;
  forgiven: boolean;
  onClose: (done: boolean) => void;
}

/** The answer to an appeal, with a sentence to the person. */
export function AnswerSheet({ appeal, forgiven, onClose }: AnswerProps) {
  const [text, setText] = useState('');
  const [state, setState] = useState<Sending>({ busy: false });
  const actId = useRef(newActId());
  const title = forgiven ? `给${appeal.name}免记` : `${appeal.name}的仍记`;
  const answerIt = async () => {
    if (!text.trim()) return setState({ busy: false, message: '请写一句话给他，说清楚为什么' });
    setState({ busy: true });
    const { sectionId, lessonIndex, memberId } = appeal;
    const input = { actId: actId.current, sectionId, lessonIndex, memberId, forgiven, text: text.trim() };
    const answer = await call('attendance.answer', input);
    if (answer.ok) return onClose(true);
    setState({ busy: false, message: answer.message });
  };
  return (
    <Sheet label={title} onClose={() => onClose(false)}>
      <View className="h2">{title}</View>
      <View className="t2 stack-2">
        {forgiven ? '这一次不再算爽约，考勤里的缺课还在。' : '这一次照算爽约，到期自动不算。'}他会收到您写的话。
      </View>
      <Field
        name="给他的话"
        value={text}
        onInput={setText}
        example={forgiven ? '例如 已核实，这次不算' : '例如 老师没见到您'}
        maxLength={200}
        testId="answer-text"
      />
      <Submit
        state={state}
        label={forgiven ? '免记，并告诉他' : '仍记，并告诉他'}
        busyLabel="正在答复"
        onTap={() => void answerIt()}
        testId="answer-now"
        instead={{ label: '先不答复', onTap: () => onClose(false) }}
      />
    </Sheet>
  );
}
