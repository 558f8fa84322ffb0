import { AGREE_BUTTON } from './platform';
import { Tap } from '../../ui/tap';

export const AgreeButton = ({ label, onAgree }: { label: string; onAgree: () => void }) => (
  <Tap className="btn btn--go" onTap={onAgree} testId={AGREE_BUTTON}>
    {label}
  </Tap>
);
