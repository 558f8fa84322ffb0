import { View } from '@tarojs/components';
import { timeText } from '../../../domain/base/clock';
import type { RollPerson, RollView, ShownMark } from '../../../domain/api';
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
      <Tap
        className={busy ? 'mini mini--busy stack-2' : 'mini mini--line stack-2'}
        disabled={busy}
        label={`认可${person.name}的扫码`}
        onTap={accept}
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
