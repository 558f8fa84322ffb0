import { View } from '@tarojs/components';
import { told } from './a11y';
import { useInSheet } from './in-sheet';
import { Note } from './marks';
import { Tap } from './tap';
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
  const dead = useInSheet() && !armed;
  return (
    <>
      {state.message && (
        <View className="stack-3" {...told({ live: 'assertive' })}>
          <Note kind="danger" testId={`${testId}-fault`}>
            {state.message}
          </Note>
        </View>
      )}
      <Tap
        className={`btn stack-4 ${state.busy ? 'btn--busy' : takes ? 'btn--take' : 'btn--go'}`}
        disabled={state.busy || dead}
        main
        onTap={onTap}
        testId={testId}
      >
        {state.busy && <View className="btn__turn" />}
        {state.busy ? busyLabel : label}
      </Tap>
      {instead && (
        <Tap
          className="btn btn--plain stack-2"
          onTap={instead.onTap}
          {...(instead.testId ? { testId: instead.testId } : {})}
        >
          {instead.label}
        </Tap>
      )}
    </>
  );
}
