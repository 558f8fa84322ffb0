import Taro from '@tarojs/taro';
import { passesPrivacy } from '../../../app/privacy/platform';
import { Button } from '../../../ui/button';
import type { PhoneOutcome } from './phone-outcome';

/** A browser knows no number. The local build plays the dialogue, so that the whole way can be seen. */
export const canAskPhone = process.env.HG_LOCAL === '1';

/** Does what WeChat does: the question about privacy, the dialogue, and a code that works once. */
async function ask(): Promise<PhoneOutcome> {
  if (!(await passesPrivacy('button.getPhoneNumber'))) return 'declined';
  const { confirm } = await Taro.showModal({
    title: '微信会这样问',
    content: '允许“惠工课堂”获取您的手机号吗？',
    confirmText: '允许',
    cancelText: '不允许',
  });
  return confirm ? { code: `local-${Date.now()}-${Math.random()}` } : 'declined';
}

export const PhoneButton = ({ label, onOutcome }: { label: string; onOutcome: (outcome: PhoneOutcome) => void }) => (
  <Button kind="ink" onTap={() => void ask().then(onOutcome)} testId="phone-from-wechat">
    {label}
  </Button>
);
