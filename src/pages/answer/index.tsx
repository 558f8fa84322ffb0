import { isFinished } from '../../../domain/lesson/held-lessons';
import { useStore } from 'zustand';
import type { BatchCard, Refusal } from '../../../domain/api';
import { SAID_BY_APP } from '../../../domain/base/said-by-app';
import { MINUTE } from '../../../domain/base/clock';
import { refuseByAudience, type NotInvited } from '../../../domain/line/enter';
import { isSeated } from '../../../domain/line/place';
import { Page } from '../../app/page/page';
import { Empty, Shown } from '../../app/page/states';
import { homeCard, seatCardOf, sectionCardOf } from '../../features/link/cards';
import { useShare } from '../../features/link/use-share';
import { claims } from '../../features/line/claims';
import { batchOf } from '../../app/known/catalog';
import { me } from '../../app/known/member';
import { mine } from '../../app/known/places';
import { useAsked } from '../../app/memory/use-asked';
import { useServerNow } from '../../app/clock/use-now';
import { useShown } from '../../app/page/use-shown';
import { go } from '../../app/way/go';
import { useParameters } from '../../app/way/use-parameters';
import { Full } from './full';
import './index.scss';
import { Over } from '../../features/lesson/over';
import { Refused } from './refused';
import { Seated } from './seated';
import { Unknown } from './unknown';
import { Waiting } from './waiting';

/**
 * What became of a claim. My current place is shown rather than the answer to an older tap, because it may have
 * moved since.
 */
export default function AnswerPage() {
  const { batchId = '', sectionId = '' } = useParameters('answer');
  const shown = useShown();
  const now = useServerNow(shown);
  const question = batchOf(batchId);
  const asked = useAsked(question, { freshForMs: MINUTE });
  const standing = useAsked(mine, { freshForMs: MINUTE });
  const outcome = useStore(claims, all => all[sectionId]?.outcome);
  const own = standing.data?.places.find(one => one.place.sectionId === sectionId);

  const section = asked.data?.sections.find(one => one.sectionId === sectionId);
  useShare(own && isSeated(own.place) ? seatCardOf(own.section) : section ? sectionCardOf(section) : homeCard());

  const lost = outcome?.kind === 'refused' && outcome.refusal.code === 'FULL';
  // A full line is told before the profile is looked at, but somebody who could never get in gets no loser's receipt.
  const never = useNeverMine(asked.data?.batch, lost);

  if (own && isFinished(own.section, now)) return <Over mine={own} now={now} />;
  if (own && isSeated(own.place))
    return <Seated mine={own} now={now} fresh={outcome?.kind === 'placed'} cleared={clearedBy(outcome)} />;
  if (own) return <Waiting mine={own} now={now} shown={shown} />;

  const data = asked.data;
  if (data && section && outcome?.kind === 'refused')
    return outcome.refusal.code === 'FULL' && !never ? (
      <Full
        batch={data.batch}
        sections={data.sections}
        section={section}
        receipt={outcome.refusal.details}
        shown={shown}
      />
    ) : (
      <Refused
        batch={data.batch}
        section={section}
        refusal={never ?? outcome.refusal}
        now={now}
        places={standing.data?.places}
      />
    );
  if (data && section && outcome?.kind === 'unknown')
    return <Unknown batch={data.batch} section={section} shown={shown} />;

  return (
    <Page title="报名结果">
      <Shown asked={standing} now={now} again={() => void mine.ask()}>
        {() => (
          <Empty
            title="您不在这个班的队伍里"
            text="可能已经退了，想报可以回班级页"
            action={{ label: '去看这个班', onTap: () => go.section(batchId, sectionId) }}
            testId="no-place"
          />
        )}
      </Shown>
    </Page>
  );
}

/** For somebody whom this batch is not for: the refusal that they would get if the line were not full. */
function useNeverMine(batch: BatchCard | undefined, lost: boolean): Refusal<NotInvited['refused']> | undefined {
  const { audience } = batch ?? {};
  const restricted = Boolean(audience?.unionMembersOnly || audience?.employers || audience?.districts);
  const asked = useAsked(me, { when: lost && restricted, freshForMs: 10 * MINUTE });
  if (!batch || !lost || asked.data === undefined) return undefined;
  const refusal = refuseByAudience(batch, asked.data.profile);
  if (!refusal || refusal.refused === 'PROFILE_MISSING') return undefined;
  const { refused: code, details } = refusal;
  return { ok: false, code, message: SAID_BY_APP[code], details, now: 0 } as Refusal<NotInvited['refused']>;
}

const clearedBy = (outcome: { kind: string; claimed?: { clearedSectionIds: string[] } } | undefined): number =>
  outcome?.kind === 'placed' ? (outcome.claimed?.clearedSectionIds.length ?? 0) : 0;
