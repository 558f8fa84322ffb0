import { View } from '@tarojs/components';
import { useState } from 'react';
import { timeText } from '../../../domain/base/clock';
import type { RollPerson, RollView, ShownMark } from '../../../domain/api';
import { call } from '../../app/call/call';
import { told } from '../../ui/a11y';
import { Tap } from '../../ui/tap';
import { useAct } from '../../app/act/use-act';

interface AcceptProps {
  view: RollView;
  person: RollPerson;
  scan: ShownMark;
  onDone: (changed: RollView) => void;
}

/** Accepts, with one tap, a check-in that another mark contradicts. The check-in itself is the reason on the record. */
export function AcceptScan({ view, person, scan, onDone }: AcceptProps) {
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<string>();
  // Stays the same act after a lost answer.
  const asAct = useAct();
  const accept = async () => {
    setBusy(true);
    setMessage(undefined);
    const input = asAct({
      sectionId: view.section.sectionId,
      lessonIndex: view.lessonIndex,
      memberId: person.memberId,
      state: scan.state,
      reason: `本人 ${timeText(scan.at)} 扫过码`,
    });
    const answer = await call('attendance.correct', input);
    setBusy(false);
    if (answer.ok) onDone(answer.data);
    else setMessage(answer.message);
  };
  return (
    <>
      <Tap
        className={busy ? 'mini mini--busy stack-2' : 'mini mini--line stack-2'}
        disabled={busy}
        label={`认可${person.name}的扫码`}
        onTap={() => void accept()}
        testId="accept-scan"
      >
        {busy ? '正在改' : '认可扫码'}
      </Tap>
      {message && (
        <View className="sm roll__disputed" {...told({ live: 'assertive' })}>
          {message}
        </View>
      )}
    </>
  );
}
