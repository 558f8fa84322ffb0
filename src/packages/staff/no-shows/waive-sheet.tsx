import { useState } from 'react';
import { dayKey } from '../../../../domain/base/clock';
import { ActWithReason } from '../../../app/act/act-with-reason';
import { useAct } from '../../../app/act/use-act';
import { serverClock } from '../../../app/clock/server-clock';
import { DayField } from '../../../ui/day-field';
import { dayWords, type Waived } from './waivers';

interface WaiveProps {
  /** The day that is taken back; absent = a new one. */
  back: Waived | undefined;
  onClose: (done: boolean) => void;
}

/** Adds a day on which nobody is a no-show, or takes one back. */
export function WaiveSheet({ back, onClose }: WaiveProps) {
  const [day, setDay] = useState(() => back?.day ?? dayKey(serverClock.now()));
  const { act, ...of } = useAct('attendance.waive');
  return (
    <ActWithReason
      of={of}
      title={back ? `${dayWords(back.day)}照常算缺课` : '加一个不算缺课的日子'}
      text={
        back
          ? '当天没来、申诉也没有通过的人，重新算缺课。'
          : '当天所有的课，没来的谁都不计入缺课次数，已经记的也不算。考勤表里还写着没来。'
      }
      label={back ? '收回' : '这一天不算缺课'}
      insteadLabel={back ? '先不收回' : '不加了'}
      lacks={!day && '请选哪一天'}
      example={back ? '例如 日期选错了' : '例如 暴雨停课'}
      onAct={reason => void act({ day, waived: !back, reason }, () => onClose(true))}
      onClose={() => onClose(false)}
      testId="waive"
    >
      {!back && <DayField name="哪一天" value={day} onChange={setDay} testId="waive-day" />}
    </ActWithReason>
  );
}
