import { go } from '../../app/way/go';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import type { Refused } from '../../features/lesson/check-in';
import { refusalWords } from './refusal-words';
import { Result } from './result';
import { canScan } from '../../features/lesson/scan';

interface NotTakenProps {
  outcome: { kind: 'refused'; refusal: Refused } | { kind: 'lost' } | { kind: 'silent' };
  onAgain: () => void;
}

const againLabel = canScan ? '再扫一次' : '输入四位数字';

function screenOf(outcome: NotTakenProps['outcome']) {
  if (outcome.kind === 'refused') return { ...refusalWords(outcome.refusal), id: `not-${outcome.refusal.code}` };
  if (outcome.kind === 'lost')
    return {
      title: '没有签上',
      text: '刚才网断了，查过了，签到没有送到。请再来一次。',
      next: 'again' as const,
      id: 'not-lost',
    };
  return {
    title: '没有信号，请老师点名',
    text: '一直没收到答复，不知道签上没有。和老师说一声就好，老师点的名和扫码一样算。',
    next: 'again' as const,
    id: 'not-silent',
  };
}

/** The check-in was refused, or nobody knows what became of it: why, and the next step. */
export function NotTaken({ outcome, onAgain }: NotTakenProps) {
  const { title, text, next, id } = screenOf(outcome);
  const again = next === 'again' || (next === 'scan' && canScan);
  return (
    <Result
      look="not"
      title={title}
      text={text}
      testId={id}
      dock={
        <>
          <Button kind="go" onTap={again ? onAgain : go.mine} testId="next-step">
            {again ? againLabel : '看我的课'}
          </Button>
          {again && (
            <Button kind="plain" onTap={go.mine}>
              看我的课
            </Button>
          )}
        </>
      }
    >
      {next !== 'mine' && !canScan && (
        <Notice className="stack-3" kind="quiet">
          也可以用手机相机，再扫一次老师的码。
        </Notice>
      )}
    </Result>
  );
}
