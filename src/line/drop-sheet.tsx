import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { MyPlace } from '../../domain/contract';
import { secondText } from '../../domain/clock';
import { lateDropUntil } from '../../domain/rules/drop';
import { told } from '../parts/a11y';
import { Note } from '../parts/marks';
import { Sheet } from '../parts/sheet';
import { Tap } from '../parts/tap';
import { sectionTitle, whenText } from '../words';
import { drop } from './drop';

interface DropSheetProps {
  mine: MyPlace;
  now: number;
  onClose: () => void;
  onDropped: () => void;
}

/** Asks once before a place is given back: what is lost, to whom it goes, until when it can be done. */
export function DropSheet({ mine, now, onClose, onDropped }: DropSheetProps) {
  const [state, setState] = useState<{ sending: boolean; message?: string }>({ sending: false });
  const { place, section } = mine;
  const seated = place.state === 'SEATED';
  const late = seated && now >= section.dropUntil;
  const lateUntil = late ? lateDropUntil(section, now) : null;
  const may = !late || lateUntil !== null;

  const confirm = async () => {
    setState({ sending: true });
    const outcome = await drop(place, late);
    if (outcome.done) onDropped();
    else setState({ sending: false, message: outcome.message });
  };

  return (
    <Sheet label={seated ? '退课' : '退出候补'} onClose={onClose}>
      <View className="h1">{seated ? `退掉${sectionTitle(section)}？` : '退出候补？'}</View>
      <View className="t2 stack-2">
        {seated
          ? '退了以后，座位马上给候补第 1 位。想再报，要重新排队。'
          : `您在${sectionTitle(section)}候补第 ${place.number} 位，退出后位置不保留。`}
      </View>
      {seated && (
        <View className="t3 sm stack-2 num">
          {lateUntil !== null
            ? `退课已于 ${whenText(section.dropUntil, now)} 截止。${whenText(lateUntil, now)} 前还能晚退：座位有人接上就没有影响，没人接会记一次缺课。`
            : late
              ? `退课已于 ${whenText(section.dropUntil, now)} 截止。哪一次来不了，可以单独请假，座位借给候补的人。`
              : `${whenText(section.dropUntil, now)} 前可以退课（您 ${secondText(place.at)} 报上）。`}
        </View>
      )}
      {state.message && (
        <View className="stack-3" {...told({ live: 'assertive' })}>
          <Note kind="danger">{state.message}</Note>
        </View>
      )}
      <View className="stack-6">
        {may && (
          <Tap
            className={state.sending ? 'btn btn--busy' : 'btn btn--go'}
            disabled={state.sending}
            onTap={() => void confirm()}
            testId="drop-confirm"
          >
            {state.sending && <View className="btn__turn" />}
            <Text>{state.sending ? '正在办' : late ? '还是要退' : seated ? '确定退课' : '确定退出'}</Text>
          </Tap>
        )}
        <Tap className="btn btn--plain stack-2" disabled={state.sending} onTap={onClose} testId="drop-cancel">
          {may ? '再想想' : '知道了'}
        </Tap>
      </View>
    </Sheet>
  );
}
