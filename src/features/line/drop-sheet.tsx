import { View } from '@tarojs/components';
import type { MyPlace } from '../../../domain/api';
import { waitingBy } from '../../../domain/line/place';
import { secondText } from '../../../domain/base/clock';
import { lateDropUntil } from '../../../domain/line/drop';
import { Sheet } from '../../ui/sheet';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { Fault } from '../../ui/notice';
import { useDoing } from '../../app/act/use-doing';
import { say } from '../../app/page/said';
import { sectionTitle, untilText } from '../../app/words';
import { drop } from './drop';

interface DropSheetProps {
  mine: MyPlace;
  now: number;
  onClose: () => void;
  onDropped: () => void;
}

/** Asks once before a place is given back. Says what is lost, who gets it, and until when it can be given back. */
export function DropSheet({ mine, now, onClose, onDropped }: DropSheetProps) {
  const { state, run } = useDoing();
  const { place, section } = mine;
  const seated = place.state === 'SEATED';
  const late = seated && now >= section.dropUntil;
  const lateUntil = late ? lateDropUntil(section, now) : null;
  const waiting = seated ? waitingBy(mine.place, mine.section) : 0;
  const title = sectionTitle(section);
  const doneText = seated
    ? `已退掉${title}，${waiting > 0 ? '座位给了候补的工友' : '座位重新开放了'}`
    : `已退出${title}的候补`;
  const may = !late || lateUntil !== null;

  const confirm = async () => {
    const outcome = await drop(place, late);
    if (!outcome.done) return outcome.message;
    say({ text: `${doneText}。` });
    return onDropped();
  };

  return (
    <Sheet label={seated ? '退课' : '退出候补'} onClose={onClose}>
      <Heading level={1}>{seated ? `退掉${sectionTitle(section)}？` : '退出候补？'}</Heading>
      <View className="t2 stack-2">
        {seated
          ? !may
            ? '现在不能退课了。'
            : waiting > 0
              ? `现在有 ${waiting} 人候补，退了以后座位马上给第 1 位，不能改回。想再报，要重新排队。`
              : '现在没有人候补，退了以后座位会重新开放，谁先报归谁。'
          : `您在${sectionTitle(section)}候补第 ${place.number} 位，退出后位置不保留。`}
      </View>
      {seated && (
        <View className="t3 sm stack-2 num">
          {lateUntil !== null
            ? `退课已于 ${untilText(section.dropUntil, now)} 截止。${untilText(lateUntil, now)} 前还能晚退：座位有人接上就没有影响，没人接会记一次缺课。`
            : late
              ? `退课已于 ${untilText(section.dropUntil, now)} 截止。哪一次来不了，可以单独请假，座位借给候补的人。`
              : `${untilText(section.dropUntil, now)} 前可以退课（您 ${secondText(place.at)} 报上）。`}
        </View>
      )}
      <Fault says={state.message} />
      <View className="stack-6">
        {may && (
          <Button
            kind="take"
            busy={state.busy}
            busyLabel="正在办"
            onTap={() => void run(confirm)}
            testId="drop-confirm"
          >
            {late ? '还是要退' : seated ? '确定退课' : '确定退出'}
          </Button>
        )}
        <Button kind="plain" className="stack-2" disabled={state.busy} onTap={onClose} testId="drop-cancel">
          {may ? '再想想' : '知道了'}
        </Button>
      </View>
    </Sheet>
  );
}
