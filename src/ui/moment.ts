import type { FieldWords } from './field-frame';

export interface MomentProps extends FieldWords {
  /** Epoch ms; `null` if nothing is chosen yet. */
  value: number | null;
  onChange: (at: number | null) => void;
  testId: string;
}
