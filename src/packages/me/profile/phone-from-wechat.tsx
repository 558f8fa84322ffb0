import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../app/call/call';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { canAskPhone, PhoneButton } from './phone-button';
import type { PhoneOutcome } from './phone-outcome';

const UNAVAILABLE = '暂时取不到微信的手机号，请自己填，效果一样。';

/**
 * Takes the number of the WeChat account, for people who prefer not to type it. It only fills in the form. After one
 * refusal the page does not ask again.
 */
export function PhoneFromWechat({ onPhone }: { onPhone: (phone: string) => void }) {
  const [state, setState] = useState<{ asking?: true; hidden?: true; said?: string }>({});
  if (!canAskPhone || (state.hidden && !state.said)) return null;

  const take = async (outcome: PhoneOutcome) => {
    if (outcome === 'declined') return setState({ hidden: true });
    if (outcome === 'unavailable') return setState({ said: UNAVAILABLE });
    setState({ asking: true });
    const answer = await call('member.phone', { code: outcome.code });
    if (!answer.ok) return setState({ said: answer.message });
    onPhone(answer.data.phone);
    setState({ hidden: true, said: '已填上微信的手机号，保存以后才会记下。' });
  };

  return (
    <View className="phone-from-wechat" data-testid="phone-offer">
      {!state.hidden && (
        <>
          <PhoneButton label={state.asking ? '正在取号' : '用微信的手机号'} onOutcome={outcome => void take(outcome)} />
          <Button kind="plain" onTap={() => setState({ hidden: true })} testId="phone-by-hand">
            不用微信手机号，自己填
          </Button>
        </>
      )}
      {state.said && (
        <Notice className="stack-2" live="polite" kind="quiet" testId="phone-said">
          {state.said}
        </Notice>
      )}
    </View>
  );
}
