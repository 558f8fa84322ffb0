import { View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import type { BatchCard, SectionCard } from '../../../domain/api';
import { call } from '../../app/call/call';
import { go } from '../../app/way/go';
import { claimNow } from '../../features/line/claim-now';
import { told } from '../../ui/a11y';
import { Page } from '../../app/page/page';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
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
      <Button
        kind="go"
        busy={state === 'asking'}
        busyLabel="正在查"
        onTap={() => void (none ? claimNow(batch, section) : find())}
        testId="next-step"
      >
        {none ? '再报一次' : '查一下结果'}
      </Button>
      <Button kind="plain" onTap={() => go.batch(batch.batchId)}>
        回到班级列表
      </Button>
    </>
  );
  return (
    <Page title="报名结果" testId="answer-unknown" dock={dock}>
      <View className="answer__head" {...told({ live: 'assertive' })}>
        <Heading level={1}>{none ? '没有排进去' : '还没收到答复'}</Heading>
        <View className="t2 stack-2">
          {none
            ? `查过了，${sectionTitle(section)}的队伍里没有您，可以再报一次。`
            : `${sectionTitle(section)}的报名发出去了，但网络没把答复带回来。也许已经报上，也许没有。网一通就替您查，也可以现在查一下。`}
        </View>
      </View>
      {state === 'silent' && <Notice kind="soon">还是没连上。等信号好一点再查，报上了的座位不会丢。</Notice>}
      {state !== 'silent' && !none && <Notice kind="quiet">再点几次也只会有一个座位，不会重复报名。</Notice>}
    </Page>
  );
}
