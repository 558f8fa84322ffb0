import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { BatchCard } from '../../../../domain/api';
import { MINUTE, secondText } from '../../../../domain/base/clock';
import { means } from '../../../../domain/base/fate';
import { phaseOf } from '../../../../domain/batch/phase';
import { isListed } from '../../../../domain/base/windows';
import { Empty, Shown } from '../../../app/page/states';
import { questions } from '../../../app/memory/asked';
import { keepLooking } from '../../../app/call/polling';
import { useAsked } from '../../../app/memory/use-asked';
import { useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { batchState, heroOf } from '../../../features/batch/batch-words';
import { BatchActs, BatchOver, type BatchDoing } from './batch-acts';
import { CheckPanel } from './check-panel';
import { ByCourseAndHour } from './demand-groups';
import { BatchTabs } from '../../../app/desk/batch-tabs';
import { Desk } from '../../../app/desk/desk';
import { everything } from '../../../app/known/staff';
import { useParameters } from '../../../app/way/use-parameters';
import './index.scss';
import { Numbers } from './numbers';
import { OnTheWall } from './on-the-wall';
import { Published } from './published';
import { SeatsChart } from '../../../features/line/seats-chart';
import { isWide } from '../../../ui/chart-look';
import { SectionTable } from './section-table';
import { Sums } from '../../../features/line/live-sums';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Chip } from '../../../ui/chip';
import { MessageTroubles, TroubleNote } from './trouble-note';

const liveBatch = questions('staff.batch', batchId => ({ batchId }));

/** The state of a batch, live: seats given, lines, and whether the books agree. For staff; laid out for a desk. */
export default function StaffBatch() {
  const shown = useShown();
  const now = useServerNow(shown);
  const asked = useAsked(everything);
  const params = useParameters('live');
  const [chosen, choose] = useState(params.batchId);
  const [doing, doIt] = useState<BatchDoing>();
  const all = (asked.data?.batches ?? []).filter(one => isListed(one, now) || one.batchId === chosen);
  // A batch of long ago is not among the newest, but its own answer says everything about it.
  const isOld = chosen !== undefined && Boolean(asked.data?.next) && !all.some(one => one.batchId === chosen);
  const first = all.find(one => one.batchId === chosen) ?? heroOf(all, now) ?? all[0];
  const batchId = isOld ? chosen : first?.batchId;
  const live = useAsked(liveBatch(batchId ?? ''), { when: false });
  const batch = isOld ? live.data?.batch : first;
  return (
    <Desk
      title="报名现场"
      at="batch"
      testId="staff-batch"
      over={doing && batch && <BatchOver doing={doing} batch={batch} onClose={() => doIt(undefined)} />}
    >
      <Shown asked={asked} now={now} again={() => void everything.ask()}>
        {() =>
          batchId ? (
            <View className="staff">
              <BatchTabs all={isOld && batch ? [...all, batch] : all} batch={batch} onChoose={choose} />
              {params.published && batch && batchId === params.batchId && <Published batch={batch} now={now} />}
              <Live key={batchId} batchId={batchId} now={now} shown={shown} onDo={doIt} />
            </View>
          ) : (
            <Empty title="还没有期次" text="发布了新的一期，这里就能看到现场" />
          )
        }
      </Shown>
    </Desk>
  );
}

const pace = (batch: BatchCard | undefined, now: number) =>
  batch && phaseOf(batch, now) === 'open' && now - batch.opensAt < 600_000 ? 2_000 : 10_000;

interface LiveProps {
  batchId: string;
  now: number;
  shown: boolean;
  onDo: (doing: BatchDoing) => void;
}

function Live({ batchId, now, shown, onDo }: LiveProps) {
  const question = liveBatch(batchId);
  const asked = useAsked(question, { when: false });
  const [cast, setCast] = useState(false);
  useEffect(() => {
    if (!shown) return undefined;
    return keepLooking(async () => {
      const answer = await question.ask();
      if (answer.ok) return pace(answer.data.batch, answer.now);
      return means(answer, 'never') ? MINUTE : undefined;
    });
  }, [question, shown]);
  return (
    <Shown asked={asked} now={now} again={() => void question.ask()}>
      {({ batch, sections, latestCheck, followers, messageTroubles }) => {
        const state = batchState(batch, now);
        return (
          <>
            <View className="staff__head">
              <Heading level={1}>{batch.title}</Heading>
              <Chip kind={state.kind}>{state.word}</Chip>
              <View className="staff__clock num">{secondText(now)}</View>
              <Button kind="ink" size="small" className="staff__cast" onTap={() => setCast(true)} testId="cast-live">
                投屏
              </Button>
            </View>
            <Sums batch={batch} sections={sections} followers={followers} now={now} />
            <MessageTroubles troubles={messageTroubles} />
            <TroubleNote batchId={batch.batchId} now={now} />
            <View className="desk__columns">
              <View className="desk__wide">
                <SeatsChart batch={batch} sections={sections} now={now} />
                <SectionTable batch={batch} sections={sections} />
                <Numbers batch={batch} now={now} shown={shown} />
              </View>
              <View className="desk__aside staff__side">
                <CheckPanel latest={latestCheck} now={now} />
                <BatchActs batch={batch} now={now} onDo={onDo} />
              </View>
            </View>
            {isWide() && <ByCourseAndHour batchId={batch.batchId} />}
            {cast && (
              <OnTheWall
                batch={batch}
                sections={sections}
                followers={followers}
                now={now}
                onClose={() => setCast(false)}
              />
            )}
          </>
        );
      }}
    </Shown>
  );
}
