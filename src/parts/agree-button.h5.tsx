import { AGREE_BUTTON } from '../api/privacy';
import { Tap } from './tap';

export const AgreeButton = ({ label, onAgree }: { label: string; onAgree: () => void }) => (
  <Tap className="btn btn--go" onTap={onAgree} testId={AGREE_BUTTON}>
    {label}
  </Tap>
);
