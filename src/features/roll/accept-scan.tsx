import { View } from '@tarojs/components';
import { timeText } from '../../../domain/base/clock';
import type { RollPerson, RollView, ShownMark } from '../../../domain/api';
import { told } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { useAct } from '../../app/act/use-act';

interface AcceptProps {
  view: RollView;
  person: RollPerson;
  scan: ShownMark;
  onDone: (changed: RollView) => void;
}

/** Accepts, with one tap, a check-in that another mark contradicts. The check-in itself is the reason on the record. */
export function AcceptScan({ view, person, scan, onDone }: AcceptProps) {
  const {
    state: { busy, message },
    act,
  } = useAct('attendance.correct');
  const accept = () => {
    const whose = { sectionId: view.section.sectionId, lessonIndex: view.lessonIndex, memberId: person.memberId };
    void act({ ...whose, state: scan.state, reason: `本人 ${timeText(scan.at)} 扫过码` }, onDone);
  };
  return (
    <>
      <Button
        kind="line"
        size="row"
        className="stack-2"
        busy={busy}
        busyLabel="正在改"
        label={`认可${person.name}的扫码`}
        onTap={accept}
        testId="accept-scan"
      >
        认可扫码
      </Button>
      {message && (
        <View className="sm roll-person__disputed" {...told({ live: 'assertive' })}>
          {message}
        </View>
      )}
    </>
  );
}
