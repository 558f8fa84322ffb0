import { Button } from '@tarojs/components';
import { buttonClass } from '../../../ui/button';
import { phoneOutcome, type PhoneOutcome } from './phone-outcome';

/** WeChat can be asked. */
export const canAskPhone = true;

/** WeChat gives a number only after a tap on a button of its own. */
export const PhoneButton = ({ label, onOutcome }: { label: string; onOutcome: (outcome: PhoneOutcome) => void }) => (
  <Button
    className={buttonClass({ kind: 'ink', className: 'btn--native' })}
    openType="getPhoneNumber"
    data-testid="phone-from-wechat"
    onGetPhoneNumber={event => onOutcome(phoneOutcome(event.detail as { code?: string; errMsg?: string }))}
  >
    {label}
  </Button>
);
