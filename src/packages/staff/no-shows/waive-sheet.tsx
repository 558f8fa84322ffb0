import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import { dayKey } from '../../../../domain/base/clock';
import { Field } from '../../../ui/field';
import { useAct } from '../../../app/act/use-act';
import { DayField } from '../../../ui/day-field';
import { ActSheet } from '../../../ui/act-sheet';
import { dayWords, type Waived } from './waivers';

interface WaiveProps {
  /** The day that is taken back; absent = a new one. */
  back: Waived | undefined;
  now: number;
  onClose: (done: boolean) => void;
}

/** Adds a day on which nobody is a no-show, or takes one back. */
export function WaiveSheet({ back, now, onClose }: WaiveProps) {
  const [day, setDay] = useState(back?.day ?? dayKey(now));
  const [reason, setReason] = useState('');
  const { state, act, say } = useAct('attendance.waive');
  const title = back ? `${dayWords(back.day)}照常算缺课` : '加一个不算缺课的日子';
  const send = () => {
    if (!day) return say('请选哪一天');
    if (!reason.trim()) return say('请写一句原因，会记在操作记录里');
    return void act({ day, waived: !back, reason: reason.trim() }, () => onClose(true));
  };
  return (
    <ActSheet
      title={title}
      text={
        back
          ? '当天没来、申诉也没有通过的人，重新算缺课。'
          : '当天所有的课，没来的谁都不计入缺课次数，已经记的也不算。考勤表里还写着没来。'
      }
      state={state}
      label={back ? '收回' : '这一天不算缺课'}
      insteadLabel={back ? '先不收回' : '不加了'}
      onAct={send}
      onClose={() => onClose(false)}
      testId="waive-now"
    >
      {!back && <DayField name="哪一天" value={day} onChange={setDay} testId="waive-day" />}
      <Field
        name="原因"
        value={reason}
        onInput={setReason}
        example={back ? '例如 日期选错了' : '例如 暴雨停课'}
        maxLength={LENGTH.reason}
        testId="waive-reason"
      />
    </ActSheet>
  );
}
