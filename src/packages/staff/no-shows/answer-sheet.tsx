import type { OpenAppeal } from '../../../../domain/api';
import { ActWithReason } from '../../../app/act/act-with-reason';
import { useAct } from '../../../app/act/use-act';

interface AnswerProps {
  appeal: OpenAppeal;
  forgiven: boolean;
  onClose: (done: boolean) => void;
}

/** The answer to an appeal, with a sentence to the person. */
export function AnswerSheet({ appeal: { name, sectionId, lessonIndex, memberId }, forgiven, onClose }: AnswerProps) {
  const { act, ...of } = useAct('attendance.answer');
  return (
    <ActWithReason
      of={of}
      title={forgiven ? `${name}这一次不算缺课` : `维持${name}的缺课`}
      text={`${forgiven ? '这一次不计入缺课次数，考勤表里还写着没来。' : '这一次照算缺课，到期自动不算。'}本人会收到您写的话。`}
      label={forgiven ? '不算缺课，并告诉本人' : '维持缺课，并告诉本人'}
      busyLabel="正在答复"
      insteadLabel="先不答复"
      name="给本人的话"
      missing="请写一句话给本人，说清楚为什么"
      example={forgiven ? '例如 已核实，这次不算' : '例如 老师没见到您'}
      onAct={text => void act({ sectionId, lessonIndex, memberId, forgiven, text }, () => onClose(true))}
      onClose={() => onClose(false)}
      testId="answer"
    />
  );
}
