export interface DayProps {
  name: string;
  /** `2027-03-09`; empty if none is chosen. */
  value: string;
  onChange: (day: string) => void;
  testId: string;
}
