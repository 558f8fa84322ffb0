import { Text, View } from '@tarojs/components';
import { usePullDownRefresh } from '@tarojs/taro';
import Taro from '@tarojs/taro';
import type { BatchCard } from '../../../domain/api';
import { dateText } from '../../../domain/base/clock';
import { phaseOf } from '../../../domain/batch/phase';
import { go } from '../../app/way/go';
import { isSinglePage } from '../../app/single-page/single-page';
import { Motif } from '../../ui/motif';
import { OlderButton } from '../../app/page/older-button';
import { Page } from '../../app/page/page';
import { Empty, Shown } from '../../app/page/states';
import { Tap } from '../../ui/tap';
import { Button } from '../../ui/button';
import { Door } from '../../ui/door';
import { GroupHead } from '../../ui/heading';
import { Chip } from '../../ui/chip';
import { homeCard } from '../../features/link/cards';
import { ShareButton } from '../../features/link/share-button';
import { useShare } from '../../features/link/use-share';
import { batches } from '../../app/known/catalog';
import { useOlder } from '../../app/memory/older';
import { useAsked } from '../../app/memory/use-asked';
import { useServerNow } from '../../app/clock/use-now';
import { useShown } from '../../app/page/use-shown';
import { batchLine, batchState, heroOf } from '../../features/batch/batch-words';
import { Hero } from '../../features/batch/hero';
import './index.scss';

export default function Home() {
  const shown = useShown();
  const now = useServerNow(shown);
  const single = isSinglePage();
  const asked = useAsked(batches);
  const card = homeCard(asked.data && heroOf(asked.data.batches, now));
  useShare(card);
  usePullDownRefresh(() => void batches.ask().finally(() => Taro.stopPullDownRefresh()));
  return (
    <Page title="惠工课堂" tab testId="home">
      <View className="sm split home__head">
        <Text className="t2">{asked.data?.batches[0]?.union ?? ' '}</Text>
        <Text className="t3 num">{dateText(now)}</Text>
      </View>
      <Shown asked={asked} now={now} again={() => void batches.ask()} tall>
        {data => <Batches all={data.batches} older={data.older} now={now} single={single} />}
      </Shown>
      {asked.data && <ShareButton card={card} />}
      {!single && (
        <View className="card stack-6">
          <Door label="想学什么？" text="说出来，人多就开班；看看别人想学的" onTap={go.wishes} testId="door-wishes" />
        </View>
      )}
      {!single && (
        <Button kind="plain" onTap={go.help} role="link">
          报名、候补和退课的规则
        </Button>
      )}
    </Page>
  );
}

interface BatchesProps {
  all: BatchCard[];
  /** There are more batches, which have been over for a long time. */
  older: boolean | undefined;
  now: number;
  single: boolean;
}

function Batches({ all, older: more, now, single }: BatchesProps) {
  const older = useOlder('catalog.past', more);
  const hero = heroOf(all, now);
  const others = all.filter(one => one !== hero);
  const soon = others.filter(one => phaseOf(one, now) === 'upcoming');
  const past = others.filter(one => phaseOf(one, now) === 'closed' && now >= one.lastLessonAt);
  const live = others.filter(one => !soon.includes(one) && !past.includes(one));
  return (
    <>
      {all.length === 0 && <Empty title="还没有新的一期" text="工会正在准备，过几天再来看看" testId="no-batches" />}
      {hero && <Hero batch={hero} now={now} single={single} />}
      {!single && <BatchList title="即将开放" some={soon} now={now} />}
      {!single && <BatchList title="正在进行" some={live} now={now} />}
      {!single && <BatchList title="往期" some={[...past, ...older.some]} now={now} />}
      {!single && <OlderButton older={older} label="查看往期" />}
    </>
  );
}

function BatchList({ title, some, now }: { title: string; some: BatchCard[]; now: number }) {
  if (some.length === 0) return null;
  return (
    <>
      <GroupHead>{title}</GroupHead>
      <View className="card">
        {some.map((batch, i) => {
          const state = batchState(batch, now);
          return (
            <Tap key={batch.batchId} className="row batch-row" onTap={() => go.batch(batch.batchId)} testId="batch-row">
              {i > 0 && <View className="batch-row__rule" />}
              <View className="grow">
                <View className="batch-row__title">
                  <Text className="h3">{batch.title}</Text>
                  <Chip kind={state.kind}>{state.word}</Chip>
                </View>
                <View className="sm t3">{batchLine(batch, now)}</View>
              </View>
              <View className="batch-row__motifs">
                {batch.categories.slice(0, 3).map(category => (
                  <Motif key={category} category={category} size={32} className="batch-row__motif" />
                ))}
              </View>
            </Tap>
          );
        })}
      </View>
    </>
  );
}
