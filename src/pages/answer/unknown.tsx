import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import type { BatchCard, SectionCard } from '../../../domain/api';
import { call } from '../../app/call/call';
import { go } from '../../app/way/go';
import { claimNow } from '../../features/line/claim-now';
import { told } from '../../ui/a11y';
import { Note } from '../../ui/marks';
import { Page } from '../../app/page/page';
import { Tap } from '../../ui/tap';
import { keepPlace } from '../../app/known/places';
import { useNetworkBack } from '../../app/call/use-network-back';
import { sectionTitle } from '../../app/words';

/**
 * No answer came and nobody could say where I stand. The page says so, and asks again when the network is back or at
 * a tap.
 */
export function Unknown({ batch, section, shown }: { batch: BatchCard; section: SectionCard; shown: boolean }) {
  const [state, setState] = useState<'idle' | 'asking' | 'silent' | 'none'>('idle');
  /** True once the server could say. */
  const look = useCallback(async () => {
    const answer = await call('line.place', { sectionId: section.sectionId });
    if (!answer.ok) return false;
    if (answer.data.place) keepPlace(answer.data.place, section, batch, []);
    else setState('none');
    return true;
  }, [section, batch]);
  const find = async () => {
    setState('asking');
    if (!(await look())) setState('silent');
  };
  useNetworkBack(() => void look(), shown && state !== 'none');
  const none = state === 'none';
  const dock = (
    <>
      <Tap
        className={state === 'asking' ? 'btn btn--busy' : 'btn btn--go'}
        disabled={state === 'asking'}
        onTap={() => void (none ? claimNow(batch, section) : find())}
        testId="next-step"
      >
        {state === 'asking' && <View className="btn__turn" />}
        {state === 'asking' ? '正在查' : none ? '再报一次' : '查一下结果'}
      </Tap>
      <Tap className="btn btn--plain" onTap={() => go.batch(batch.batchId)}>
        回到班级列表
      </Tap>
    </>
  );
  return (
    <Page title="报名结果" testId="answer-unknown" dock={dock}>
      <View className="answer__head" {...told({ live: 'assertive' })}>
        <View className="h1">{none ? '没有排进去' : '还没收到答复'}</View>
        <View className="t2 stack-2">
          {none
            ? `查过了，${sectionTitle(section)}的队伍里没有您，可以再报一次。`
            : `${sectionTitle(section)}的报名发出去了，但网络没把答复带回来。也许已经报上，也许没有。网一通就替您查，也可以现在查一下。`}
        </View>
      </View>
      {state === 'silent' && <Note kind="soon">还是没连上。等信号好一点再查，报上了的座位不会丢。</Note>}
      {state !== 'silent' && !none && <Note kind="quiet">再点几次也只会有一个座位，不会重复报名。</Note>}
    </Page>
  );
}
