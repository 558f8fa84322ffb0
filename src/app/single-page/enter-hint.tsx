import { Notice } from '../../ui/notice';

/** Replaces what can be done only inside the app. The platform's own button below leads there. */
export function EnterHint({ act }: { act: string }) {
  return (
    <Notice kind="quiet" testId="enter-hint">
      在微信里打开小程序，{act}。点最下面的“前往小程序”。
    </Notice>
  );
}
