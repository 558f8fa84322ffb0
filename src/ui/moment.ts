export interface MomentProps {
  name: string;
  /** Epoch ms; `null` if nothing is chosen yet. */
  value: number | null;
  hint?: string | undefined;
  fault?: string | undefined;
  onChange: (at: number | null) => void;
  testId: string;
}
