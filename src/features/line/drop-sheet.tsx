import { View } from '@tarojs/components';
import type { MyPlace } from '../../../domain/api';
import { waitingBy, isSeated } from '../../../domain/line/place';
import { secondText } from '../../../domain/base/clock';
import { lateDropUntil } from '../../../domain/line/drop';
import { kindWords } from '../../../domain/batch/kind-words';
import { wordsOf } from '../../../domain/line/place-words';
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
  const seated = isSeated(place);
  const words = wordsOf(place, section);
  const late = seated && now >= section.dropUntil;
  const lateUntil = late ? lateDropUntil(section, now) : null;
  const waiting = seated ? waitingBy(mine.place, mine.section) : 0;
  const title = sectionTitle(section);
  const may = !late || lateUntil !== null;

  const confirm = async () => {
    const outcome = await drop(place, late);
    if (!outcome.done) return outcome.message;
    say({ text: `${words.gone(title, waiting)}。` });
    return onDropped();
  };

  return (
    <Sheet label={words.out} onClose={onClose}>
      <Heading level={1}>{words.ask(title)}</Heading>
      <View className="t2 stack-2">{may ? words.lose(title, place.number, waiting) : `现在不能${words.out}了。`}</View>
      {seated && (
        <View className="t3 sm stack-2 num">
          {lateUntil !== null
            ? `${words.out}已于 ${untilText(section.dropUntil, now)} 截止。${untilText(lateUntil, now)} 前还能晚退：座位有人接上就没有影响，没人接会记一次缺课。`
            : late
              ? `${words.out}已于 ${untilText(section.dropUntil, now)} 截止${kindWords(section).tooLate}。`
              : `${untilText(section.dropUntil, now)} 前可以${words.out}（您 ${secondText(place.at)} 报上）。`}
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
            {late ? '还是要退' : words.sure}
          </Button>
        )}
        <Button kind="plain" className="stack-2" disabled={state.busy} onTap={onClose} testId="drop-cancel">
          {may ? '再想想' : '知道了'}
        </Button>
      </View>
    </Sheet>
  );
}
