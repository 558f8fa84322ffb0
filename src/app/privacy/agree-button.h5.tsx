import { AGREE_BUTTON } from './platform';
import { Button } from '../../ui/button';

export const AgreeButton = ({ label, onAgree }: { label: string; onAgree: () => void }) => (
  <Button kind="go" onTap={onAgree} testId={AGREE_BUTTON}>
    {label}
  </Button>
);
