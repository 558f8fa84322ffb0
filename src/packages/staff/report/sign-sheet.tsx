import { openLessonsText } from '../../../../domain/report/said';
import { spanWords } from '../../../../domain/report/span';
import { useAct } from '../../../app/act/use-act';
import { ActSheet } from '../../../ui/act-sheet';
import { Notice } from '../../../ui/notice';
import { numbersOf, signedReports, type WholeSpan } from './known';

/** 定稿: the numbers stay as they are now, whatever is corrected or erased later. */
export function SignSheet({ whole: { span, said }, onClose }: { whole: WholeSpan; onClose: () => void }) {
  const { state, act } = useAct('report.sign', { long: true });
  const before = signedReports.store.getState().data?.reports.find(one => one.from === span.from && one.to === span.to);
  const send = () =>
    act(
      { ...span, print: said.print },
      async () => {
        await signedReports.ask();
        onClose();
      },
      answer => {
        // The numbers on the page are older than those that would be signed.
        if (answer.code === 'REPORT_CHANGED' || answer.code === 'REPORT_NOT_READY') void numbersOf(span).ask();
        return undefined;
      },
    );
  return (
    <ActSheet
      title={`${spanWords(span)}定稿？`}
      text="照现在的数字留一份，以后更正考勤、有人删除资料都不改它。记在操作记录里。"
      state={state}
      label="定稿"
      busyLabel="正在定稿"
      insteadLabel="先不定"
      onAct={() => void send()}
      onClose={onClose}
      testId="sign-now"
    >
      {before && (
        <Notice kind="soon" className="stack-3" testId="sign-again">
          已经有一份定稿。新的一份会写明代替它，旧的还在。
        </Notice>
      )}
      {said.numbers.openLessons > 0 && (
        <Notice kind="soon" className="stack-3">
          {openLessonsText(said.numbers.openLessons)}。
        </Notice>
      )}
    </ActSheet>
  );
}
