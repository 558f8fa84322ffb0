import { useState } from 'react';
import { MINUTE } from '../../../domain/base/clock';
import type { BatchCard } from '../../../domain/api';
import { canAsk } from './ask-messages';
import { useDoing } from '../../app/act/use-doing';
import { askUntilKnown } from '../../app/call/ask-until-known';
import { follows, messages } from '../../app/known/member';
import { useAsked } from '../../app/memory/use-asked';
import { whenText } from '../../app/words';
import { askForKinds, withTemplate } from './ask-for-kinds';
import { BellCard } from './bell-card';

/** Nearer to the opening nobody needs a reminder, and nothing on the page may move any more. */
const TOO_LATE_MS = 10 * MINUTE;
/** This hardly changes, so a crowd that opens the page must not ask for it all at once. */
const FRESH_MS = 10 * MINUTE;

/**
 * 开放前提醒我: the reminder comes in the inbox. It also comes by WeChat if the union has a template and the person agrees
 * at this tap.
 */
export function FollowMe({ batch, now }: { batch: BatchCard; now: number }) {
  const { batchId, opensAt } = batch;
  const offered = opensAt - now > TOO_LATE_MS;
  const asked = useAsked(follows, { when: offered, freshForMs: FRESH_MS });
  const { data: known } = useAsked(messages, { when: offered && canAsk, freshForMs: MINUTE });
  const { state, run } = useDoing();
  const [said, say] = useState<string>();
  if (!offered || !asked.data) return null;

  const on = asked.data.batchIds.includes(batchId);
  const left = known?.left.opening ?? 0;
  const turn = async () => {
    say(undefined);
    // Nothing may be awaited before WeChat is asked, because the request must come from the tap.
    const wanted = !on && canAsk && left === 0 ? withTemplate(['opening'], known?.templates) : [];
    const consent = wanted.length > 0 ? await askForKinds(wanted) : undefined;
    const answer = await askUntilKnown('member.follow', { batchId, on: !on });
    if (!answer.ok) return say(`${answer.message}。`);
    follows.put(old => {
      const others = (old?.batchIds ?? []).filter(one => one !== batchId);
      return { batchIds: answer.data.follows ? [...others, batchId] : others };
    });
    if (consent === 'lost') say('微信那边同意了，但没能记下来；小程序里照样提醒。');
    if (consent === 'off') say('微信里关掉了通知；小程序里照样提醒。');
    return undefined;
  };

  const byWeChat = left > 0 ? '小程序和微信都会告诉您。' : '小程序的消息里会告诉您。';
  return (
    <BellCard
      title={on ? '开放前会提醒您' : '开放前提醒您吗？'}
      text={said ?? (on ? byWeChat : `${whenText(opensAt, now)} 开放，提前十几分钟提醒。`)}
      button={on ? '不用了' : '提醒我'}
      label={on ? '不用提醒了' : '开放前提醒我'}
      busy={state.busy}
      onTap={() => void run(turn)}
      testId="follow-me"
    />
  );
}
