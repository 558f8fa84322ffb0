import { LENGTH } from '../../../../domain/bounds';
import { useState } from 'react';
import { Field } from '../../../ui/field';
import { ActSheet } from '../../../ui/act-sheet';

interface ReasonSheetProps {
  title: string;
  text?: string;
  /** A lesson that has been over for long can only be changed with a reason. */
  needsReason: boolean;
  /** The reason given last time, because one reason often serves for several people. */
  reason?: string;
  label: string;
  onDone: (reason: string | undefined) => void;
  onClose: () => void;
}

/** Asks once before something is marked, and asks for the reason if one is needed. */
export function ReasonSheet({ title, text, needsReason, reason: last = '', label, onDone, onClose }: ReasonSheetProps) {
  const [reason, setReason] = useState(last);
  const [message, setMessage] = useState<string>();
  const done = () => {
    if (needsReason && !reason.trim()) setMessage('请写一句原因，会记在操作记录里');
    else onDone(needsReason ? reason.trim() : undefined);
  };
  return (
    <ActSheet
      title={title}
      text={text}
      state={{ busy: false, message }}
      label={label}
      insteadLabel="不改了"
      onAct={done}
      onClose={onClose}
      testId="mark-confirm"
    >
      {needsReason && (
        <Field
          name="原因"
          value={reason}
          onInput={setReason}
          example="例如：当时没带手机"
          hint="下课超过 2 小时，改动会记在操作记录里"
          maxLength={LENGTH.reason}
          testId="mark-reason"
        />
      )}
    </ActSheet>
  );
}
