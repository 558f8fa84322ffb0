import { Button } from '@tarojs/components';
import { AGREE_BUTTON } from './platform';

/** WeChat counts only a tap on a button of its own as consent. */
export const AgreeButton = ({ label, onAgree }: { label: string; onAgree: () => void }) => (
  <Button
    id={AGREE_BUTTON}
    className="btn btn--go btn--native"
    openType="agreePrivacyAuthorization"
    onAgreePrivacyAuthorization={onAgree}
  >
    {label}
  </Button>
);
