import { useState } from 'react';
import { Switch } from '../../../ui/switch';
import { call } from '../../../app/call/call';
import { me } from '../../../app/known/member';
import { useAsked } from '../../../app/memory/use-asked';
import { say } from '../../../app/page/said';

/** The reminder before each lesson, on or off. It is not shown until it is known, nor to somebody without a profile. */
export function Reminders() {
  const { data } = useAsked(me);
  const [wanted, want] = useState<boolean>();
  if (!data?.profile || data.reminders === undefined) return null;
  const set = async (on: boolean) => {
    want(on);
    const answer = await call('member.reminders', { on });
    if (!answer.ok) say({ text: '没能改成，请再点一次' });
    await me.ask();
    want(undefined);
  };
  return (
    <Switch
      className="card stack-6"
      name="上课前一天提醒我"
      text="前一天 18:00 在这里提醒时间和地点"
      on={wanted ?? data.reminders}
      onChange={on => void set(on)}
      testId="reminders"
    />
  );
}
