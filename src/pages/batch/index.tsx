import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { BatchCard, SectionCard, SectionCount } from '../../../domain/api';
import { MINUTE, SECOND } from '../../../domain/base/clock';
import { phaseOf } from '../../../domain/batch/phase';
import { roomLeft } from '../../../domain/line/room-left';
import { isUnfinished } from '../../features/line/eligibility';
import { FollowMe } from '../../features/telling/follow-me';
import { useEligibility } from '../../features/line/use-eligibility';
import { ByScene } from '../../features/link/by-scene';
import { isSinglePage } from '../../app/single-page/single-page';
import { Page } from '../../app/page/page';
import { Empty, Shown } from '../../app/page/states';
import { WaitingRoomChecks } from '../../features/line/waiting-room-panel';
import { batchCardOf, homeCard } from '../../features/link/cards';
import { ShareButton } from '../../features/link/share-button';
import { useShare } from '../../features/link/use-share';
import { useBoard } from '../../features/line/board';
import { batchOf } from '../../app/known/catalog';
import { mine } from '../../app/known/places';
import { useAsked } from '../../app/memory/use-asked';
import { useServerNow } from '../../app/clock/use-now';
import { useShown } from '../../app/page/use-shown';
import { useParameters } from '../../app/way/use-parameters';
import { useWaitingRoom } from '../../features/line/waiting-room';
import { BatchDock } from './batch-dock';
import { BatchHead } from '../../features/line/batch-head';
import { ANYTHING, filterSections, saidOf, withSeatsNow } from './filter';
import { Filters } from './filters';
import './index.scss';
import { NotForMe } from './not-for-me';
import { SectionRow } from '../../features/line/section-row';
import { StillSections } from './still-sections';

const NO_COUNTS: Record<string, SectionCount> = {};

const roomOf = (sections: SectionCard[], counts: Record<string, SectionCount>) =>
  roomLeft(sections.flatMap(one => counts[one.sectionId] ?? []));

/** One batch: its sections in an order that never changes, with the number of seats left. */
export default function BatchPage() {
  const { batchId = '', scene } = useParameters('batch');
  if (!scene) return <OneBatch batchId={batchId} />;
  return (
    <ByScene scene={scene} to="batch" title="本期班级">
      {leads => <OneBatch {...leads} />}
    </ByScene>
  );
}

function OneBatch({ batchId }: { batchId: string }) {
  const single = isSinglePage();
  const shown = useShown();
  const now = useServerNow(shown);
  const question = batchOf(batchId);
  const asked = useAsked(question, { freshForMs: 15 * SECOND });
  const batch = asked.data?.batch;
  useAsked(mine, { freshForMs: MINUTE, when: !single });
  const places = useStore(mine.store, one => one.data?.places);
  const card = batch ? batchCardOf(batch, now) : homeCard();
  useShare(card);
  const here = (places ?? []).filter(one => one.batch.batchId === batchId);
  return (
    <Page
      title={batch?.title ?? '本期班级'}
      testId="batch"
      dock={!single && batch && here.length > 0 && <BatchDock batch={batch} places={here} />}
    >
      <Shown asked={asked} now={now} again={() => void question.ask()}>
        {data => (
          <>
            {single ? (
              <StillSections {...data} now={now} />
            ) : (
              <Sections {...data} now={now} shown={shown} aged={asked.failed !== undefined} />
            )}
            <ShareButton card={card} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Sections({
  batch: announced,
  sections,
  now,
  shown,
  aged,
}: {
  batch: BatchCard;
  sections: SectionCard[];
  now: number;
  shown: boolean;
  /** The page already says that it is not up to date. */
  aged: boolean;
}) {
  const [wanted, want] = useState(ANYTHING);
  const { entry, batch = announced } = useWaitingRoom(announced, now, shown);
  const board = useBoard(announced.batchId, shown);
  const counts = board?.counts ?? NO_COUNTS;
  const phase = phaseOf(batch, now);
  const rows = filterSections(sections, wanted);
  const said = saidOf(wanted);
  const eligible = useEligibility(batch, entry, now);
  const why = eligible === 'may' || phase === 'closed' ? undefined : eligible;
  const never = why && !isUnfinished(why) ? why : undefined;
  return (
    <>
      <BatchHead
        batch={batch}
        left={board && roomOf(sections, board.counts)}
        board={aged ? undefined : board}
        now={now}
      />
      {phase === 'upcoming' && !never && <FollowMe batch={announced} now={now} />}
      {never && <NotForMe batch={batch} why={never} />}
      {phase === 'upcoming' && !never && (
        <WaitingRoomChecks entry={entry} stale={board?.stale ?? false} brief on={{ batchId: announced.batchId }} />
      )}
      {sections.length > 1 && (
        <Filters
          sections={sections}
          wanted={wanted}
          found={rows.length}
          onWant={want}
          seatsNow={phase !== 'open' ? undefined : () => withSeatsNow(sections, counts)}
        />
      )}
      {rows.length === 0 ? (
        <Empty
          title="没有合适的班"
          text={said.length > 0 ? `选了${said.join('、')}，去掉一个试试` : '换个条件试试'}
          action={{ label: '看全部', onTap: () => want(ANYTHING) }}
          testId="no-sections"
        />
      ) : (
        <View className="card">
          {rows.map((section, i) => (
            <SectionRow
              key={section.sectionId}
              batch={batch}
              section={section}
              count={counts[section.sectionId]}
              entry={entry}
              now={now}
              first={i === 0}
            />
          ))}
        </View>
      )}
      <View className="sm t3 center stack-3">
        <Text>名额自动更新，班级顺序不会变动</Text>
      </View>
    </>
  );
}
