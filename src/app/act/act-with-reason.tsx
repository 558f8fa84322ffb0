import { useState, type PropsWithChildren } from 'react';
import { LENGTH } from '../../../domain/bounds';
import { ActSheet, type ActSheetProps } from '../../ui/act-sheet';
import { Field } from '../../ui/field';
import type { Doing } from './use-doing';

interface ActWithReasonProps extends Omit<ActSheetProps, 'state' | 'onAct'> {
  of: Pick<Doing, 'state' | 'say'>;
  /** A sentence about something that is still missing in the form above the reason. */
  lacks?: string | false;
  /** The name of the field, and the sentence that asks for it. */
  name?: string;
  missing?: string;
  example: string;
  onAct: (reason: string) => void;
}

/** A sheet for an act that needs a sentence, which is put on the record or read by the person. */
export function ActWithReason({
  of: { state, say },
  lacks,
  name = '原因',
  missing = '请写一句原因，会记在操作记录里',
  example,
  onAct,
  testId,
  children,
  ...sheet
}: PropsWithChildren<ActWithReasonProps>) {
  const [text, setText] = useState('');
  const reason = text.trim();
  const lacking = lacks || (reason ? undefined : missing);
  return (
    <ActSheet {...sheet} state={state} onAct={() => (lacking ? say(lacking) : onAct(reason))} testId={`${testId}-now`}>
      {children}
      <Field
        name={name}
        value={text}
        onInput={setText}
        example={example}
        maxLength={LENGTH.reason}
        testId={`${testId}-reason`}
      />
    </ActSheet>
  );
}
