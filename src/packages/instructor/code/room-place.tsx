import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDoing } from '../../../app/act/use-doing';
import { call } from '../../../app/call/call';
import { here } from '../../../features/lesson/here';
import { told } from '../../../ui/a11y';
import { Tap } from '../../../ui/tap';
import { lessonOfKey } from '../../../features/roll/rolls';
import { bookOf } from './use-code';

/** Leaves time to answer the phone's own question. */
const TO_DECIDE_MS = 30_000;

const TEXTS = {
  given: '教室位置已附上，离得远的人会在名单上注明。只供参考，不影响签到。',
  denied: '手机没有给位置，没关系，照样签到。',
  unsent: '位置没有传上去，连上网再点一次。',
};

/**
 * Sends the position at which the code is shown, so that the roll can hint who scanned it from far away. Only when
 * the instructor asks for it, once a lesson.
 */
export function RoomPlace({ codeKey }: { codeKey: string }) {
  const [said, setSaid] = useState<keyof typeof TEXTS>();
  const {
    state: { busy },
    run,
  } = useDoing();
  const give = async () => {
    const place = await here(TO_DECIDE_MS);
    const answer = place && (await call('roll.code', { ...lessonOfKey(codeKey), place }));
    if (answer?.ok) bookOf(codeKey).put(() => answer.data);
    setSaid(!answer ? 'denied' : answer.ok ? 'given' : 'unsent');
  };
  return (
    <View {...told({ live: 'polite' })}>
      {said !== 'given' && (
        <Tap className="code__place" disabled={busy} onTap={() => void run(give)} testId="give-place">
          {busy ? '正在取位置' : '附上教室位置'}
        </Tap>
      )}
      {said && (
        <View className="sm code__place-said" data-testid="place-said">
          {TEXTS[said]}
        </View>
      )}
    </View>
  );
}
