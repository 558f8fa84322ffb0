import type { Batch, FirstComeBatch, FirstComeSection, Section } from '../../../domain/model';
import type { BatchCard } from '../../../domain/api';
import { refuseByClock } from '../../../domain/batch/phase';
import type { ChangeView } from '../../../domain/change/change-effect';
import { addPerson } from '../../../domain/change/change-people';
import { isHeadStart, isTurnSettled, waitsUntil } from '../../../domain/line/admission';
import { decideClaim, linesToSee, type ClaimView } from '../../../domain/line/claim';
import { rememberFull } from '../../../domain/line/full-memory';
import { isPosting, postBoard } from '../../../domain/line/posted-board';
import { decideSwap } from '../../../domain/line/swap';
import { isWarmingUp } from '../../../domain/line/warm-up';
import type { Facts } from '../../../server/line/facts';
import type { JoinFacts } from '../../../server/line/join';
import type { ReserveFacts } from '../../../server/line/reserve';
import type { ButtonFacts } from '../../../src/features/line/claim-button';
import { section, standing } from './sections';

/**
 * The places that answer "may this person join now, and where?" know one way of giving places. The compiler refuses them
 * a class with another way, and complains here about each that would take one. So a draw cannot be added and forgotten
 * in one of them. Nothing here runs: `npm run types` is what checks it.
 */
type Drawn<T> = Omit<T, 'mode' | 'laterAt'> & { mode: 'lottery' };
const me = standing();
const join = (_facts: JoinFacts) => undefined;
const reserve = (_facts: ReserveFacts) => undefined;
const remember = (_facts: Facts) => undefined;
const enter = (_batch: FirstComeBatch) => undefined;
const press = (_facts: ButtonFacts) => undefined;
const staff = (view: ChangeView & { section: FirstComeSection }) =>
  addPerson(view, { kind: 'addPerson', sectionId: 's', memberId: 'm' });

export const compiles = (of: Section, view: Omit<ClaimView, 'section'>, change: ChangeView, button: ButtonFacts) => [
  refuseByClock(of, 0),
  decideClaim({ ...view, section: of }),
  linesToSee(of, me),
  decideSwap(0, 'm', of, [], me),
  isHeadStart(of, 0),
  isTurnSettled(of, me, 0),
  waitsUntil(of, undefined, 0),
  reserve(of),
  join(of),
  remember(of),
  rememberFull(of, 0),
  postBoard('b', [of], 0, id => id),
  isPosting(of, 0),
  isWarmingUp(of, 0),
  staff({ ...change, section: of }),
  enter(change.batch),
  press({ ...button, batch: button.batch }),
];

export const doesNot = (
  of: Drawn<Section>,
  batch: Drawn<Batch>,
  card: Drawn<BatchCard>,
  view: Omit<ClaimView, 'section'>,
  change: ChangeView,
  button: ButtonFacts,
) => [
  // @ts-expect-error by the clock
  refuseByClock(of, 0),
  // @ts-expect-error a claim
  decideClaim({ ...view, section: of }),
  // @ts-expect-error the lines that a claim looks at
  linesToSee(of, me),
  // @ts-expect-error a swap
  decideSwap(0, 'm', of, [], me),
  // @ts-expect-error first-timers first
  isHeadStart(of, 0),
  // @ts-expect-error first-timers first
  isTurnSettled(of, me, 0),
  // @ts-expect-error first-timers first
  waitsUntil(of, undefined, 0),
  // @ts-expect-error the guard of the standing
  reserve(of),
  // @ts-expect-error the guard of the line
  join(of),
  // @ts-expect-error what an instance remembers of a class
  remember(of),
  // @ts-expect-error FULL
  rememberFull(of, 0),
  // @ts-expect-error FULL on the posted board
  postBoard('b', [of], 0, id => id),
  // @ts-expect-error when the board is posted
  isPosting(of, 0),
  // @ts-expect-error when instances are warmed for a rush
  isWarmingUp(of, 0),
  // @ts-expect-error staff put somebody at the end of the line
  staff({ ...change, section: of }),
  // @ts-expect-error the waiting room
  enter(batch),
  // @ts-expect-error the app's button
  press({ ...button, batch: card }),
];

test('a class from before there were ways of giving places is one of first come', () => {
  const stored: Section = section();
  expect(stored.mode).toBeUndefined();
  expect(refuseByClock(stored, stored.opensAt)).toBeUndefined();
});
