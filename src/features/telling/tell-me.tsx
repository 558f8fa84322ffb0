import { useState } from 'react';
import { MINUTE } from '../../../domain/base/clock';
import type { PushKind } from '../../../domain/model';
import { canAsk } from './ask-messages';
import { messages } from '../../app/known/member';
import { useAsked } from '../../app/memory/use-asked';
import { askForKinds, withTemplate } from './ask-for-kinds';
import { BellCard } from './bell-card';

interface TellMeProps {
  /** One dialogue asks for all of these kinds for which the union has a template. */
  kinds: readonly PushKind[];
  /** 轮到您时 */
  when: string;
}

const SAID = {
  no: '没有同意也没关系，“我的课”里一样会告诉您。',
  off: '微信里关掉了通知。点右上角“…”→设置→通知管理，打开后再点一次。',
  lost: '同意没能记下来，请再点一次。',
};

/**
 * Asks whether WeChat may tell it, too. One consent is one message, and without one the inbox still tells it.
 * Nothing is shown if there is no template for it or WeChat cannot be asked.
 */
export function TellMe({ kinds, when }: TellMeProps) {
  const { data } = useAsked(messages, { when: canAsk, freshForMs: MINUTE });
  const [said, say] = useState<keyof typeof SAID>();
  const offered = withTemplate(kinds, data?.templates);
  if (!canAsk || !data || offered.length === 0) return null;
  const left = Math.min(...offered.map(([kind]) => data.left[kind] ?? 0));

  const ask = async () => {
    // Nothing may be awaited before WeChat is asked, because the request must come from the tap.
    const found = await askForKinds(offered);
    say(found === 'kept' ? undefined : found);
  };

  return (
    <BellCard
      title={left > 0 ? `${when}，微信会告诉您` : `${when}，要微信告诉您吗？`}
      text={
        said
          ? SAID[said]
          : left > 0
            ? `已同意 ${left} 次，用一次少一次。`
            : '同意一次发一条；不同意，“我的课”里也看得到。'
      }
      button={left > 0 ? '再加一次' : '告诉我'}
      label={`${when}，让微信告诉我`}
      onTap={() => void ask()}
      testId="tell-me"
    />
  );
}
