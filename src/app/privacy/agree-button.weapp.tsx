import { Button } from '@tarojs/components';
import { buttonClass } from '../../ui/button';
import { AGREE_BUTTON } from './platform';

/** WeChat counts only a tap on a button of its own as consent. */
export const AgreeButton = ({ label, onAgree }: { label: string; onAgree: () => void }) => (
  <Button
    id={AGREE_BUTTON}
    className={buttonClass({ kind: 'go', className: 'btn--native' })}
    openType="agreePrivacyAuthorization"
    data-testid={AGREE_BUTTON}
    onAgreePrivacyAuthorization={onAgree}
  >
    {label}
  </Button>
);
