import { Button } from './button';
import { useInSheet } from './in-sheet';
import { Fault } from './notice';
import { useArmed } from './use-armed';

/** The state of something that is being sent: on its way, or returned with a sentence that says why. */
export interface Sending {
  busy: boolean;
  message?: string | undefined;
}

interface SubmitProps {
  state: Sending;
  label: string;
  /** Shown while it is being sent. If absent, `label` stays. */
  busyLabel?: string;
  onTap: () => void;
  testId: string;
  /** The act takes something away, so the button is not in the red of an enrolment. */
  takes?: boolean;
  /** The way out below it. */
  instead?: { label: string; onTap: () => void; testId?: string };
}

/**
 * The end of a form: why it was not sent, the one button, and the way out. In a sheet a double click does not press
 * the button.
 */
export function Submit({ state, label, busyLabel = label, onTap, testId, takes, instead }: SubmitProps) {
  const armed = useArmed(testId);
  return (
    <>
      <Fault says={state.message} testId={`${testId}-fault`} />
      <Button
        kind={takes ? 'take' : 'go'}
        busy={state.busy}
        busyLabel={busyLabel}
        dead={useInSheet() && !armed}
        className="stack-4"
        main
        onTap={onTap}
        testId={testId}
      >
        {label}
      </Button>
      {instead && (
        <Button
          kind="plain"
          className="stack-2"
          onTap={instead.onTap}
          {...(instead.testId ? { testId: instead.testId } : {})}
        >
          {instead.label}
        </Button>
      )}
    </>
  );
}
