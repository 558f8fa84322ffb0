import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MyWish, WishCard } from '../../../../domain/api';
import type { Slot } from '../../../../domain/wish/wish';
import { useAsked } from '../../../app/memory/use-asked';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { Page } from '../../../app/page/page';
import { Empty, Shown } from '../../../app/page/states';
import { useShown } from '../../../app/page/use-shown';
import { myWishes, wishes } from '../../../features/wish/known';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Tabs } from '../../../ui/tabs';
import { LeaveSheet } from './leave-sheet';
import { MyWishes } from './my-wishes';
import { ProposeSheet } from './propose-sheet';
import { VoiceSheet } from './voice-sheet';
import { WishRow } from './wish-row';
import './index.scss';

type Doing =
  | { sheet: 'propose' }
  | { sheet: 'leave'; wish: MyWish }
  | { sheet: 'voice'; wish: WishCard; said?: { when: Slot[]; remind: boolean } | null };

/** 想学什么: what people would like to learn, mine with their dates, and a way to propose. */
export default function Wishes() {
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const all = useAsked(wishes);
  const mine = useAsked(myWishes);
  const [tab, setTab] = useState<'all' | 'mine'>('all');
  const [doing, doIt] = useState<Doing>();
  const [said, say] = useState<string>();
  const joined = new Set(mine.data?.wishes.filter(one => one.voice).map(one => one.wishId));

  const again = () => {
    void wishes.ask();
    void myWishes.ask();
  };
  const close = (done: boolean, words?: string) => {
    doIt(undefined);
    say(words);
    if (done) again();
  };

  const over =
    doing?.sheet === 'propose' ? (
      <ProposeSheet
        onJoin={wish => doIt({ sheet: 'voice', wish })}
        onDone={held => {
          setTab('mine');
          close(true, held ? '已经提给工会。课名要工会看一眼，看过以后大家才看得到。' : '已经提给工会，15 天内答复。');
        }}
        onClose={() => close(false)}
      />
    ) : doing?.sheet === 'leave' ? (
      <LeaveSheet wish={doing.wish} onClose={close} />
    ) : (
      doing && (
        <VoiceSheet
          wish={doing.wish}
          {...(doing.said ? { said: doing.said } : {})}
          onClose={done => close(done, done && !doing.said ? `“${doing.wish.title}”算上您了。` : undefined)}
        />
      )
    );

  return (
    <Page
      title="想学什么"
      testId="wishes"
      over={over}
      dock={
        <Button kind="go" onTap={() => doIt({ sheet: 'propose' })} testId="propose">
          提一门课
        </Button>
      }
    >
      <Heading level={1}>想学什么？</Heading>
      <View className="t2 stack-2">说出来，人多就开班。别人只看到课名和人数，工会 15 天内答复。</View>
      {said && (
        <Notice kind="wait" className="stack-3" live="polite" testId="wish-said">
          {said}
        </Notice>
      )}
      <View className="stack-4">
        <Tabs
          label="看哪些"
          value={tab}
          options={[
            ['all', '大家想学的'],
            ['mine', '我想学的'],
          ]}
          onChoose={setTab}
          testId="wish-tab"
        />
      </View>
      {tab === 'all' ? (
        <Shown asked={all} now={now} again={() => void wishes.ask()}>
          {data =>
            data.wishes.length === 0 ? (
              <Empty title="还没有人提" text="想学什么，点下面“提一门课”" testId="no-wishes" />
            ) : (
              <View className="card stack-3">
                {data.wishes.map(wish => (
                  <WishRow
                    key={wish.wishId}
                    wish={wish}
                    now={now}
                    joined={joined.has(wish.wishId)}
                    onJoin={() => doIt({ sheet: 'voice', wish })}
                  />
                ))}
              </View>
            )
          }
        </Shown>
      ) : (
        <Shown asked={mine} now={now} again={() => void myWishes.ask()}>
          {data => (
            <MyWishes
              wishes={data.wishes}
              now={now}
              onHours={(wish: MyWish) => doIt({ sheet: 'voice', wish, said: wish.voice })}
              onLeave={(wish: MyWish) => doIt({ sheet: 'leave', wish })}
            />
          )}
        </Shown>
      )}
    </Page>
  );
}
