import { useState } from 'react';
import { recall, remember } from '../../app/memory/remembered';
import { Switch } from '../../ui/switch';
import { here } from '../../features/lesson/here';

const KEY = 'place';

/** Whether the person sends the phone's position along. It is off until they turn it on. */
export const sendsPlace = (): boolean => process.env.HG_PLACE === '1' && recall<boolean>(KEY)?.value === true;

const TEXTS = {
  plain: '只给老师参考，不附也能签到',
  denied: '手机没有给位置，没关系，照样能签到',
};

/** Leaves time to answer the phone's own question. */
const TO_DECIDE_MS = 30_000;

export function PlaceSwitch() {
  const [on, setOn] = useState(sendsPlace);
  const [text, setText] = useState(TEXTS.plain);
  const change = async (next: boolean) => {
    setOn(next);
    remember(KEY, next, Date.now());
    setText(TEXTS.plain);
    // Makes the phone ask for permission now, and not while the code runs out.
    if (!next || (await here(TO_DECIDE_MS))) return;
    setOn(false);
    remember(KEY, false, Date.now());
    setText(TEXTS.denied);
  };
  return <Switch name="附上位置" text={text} on={on} onChange={next => void change(next)} testId="send-place" />;
}
