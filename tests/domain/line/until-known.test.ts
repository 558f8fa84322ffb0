import fc from 'fast-check';
import type { AnswerCode } from '../../../domain/base/fate';
import {
  LONGEST_CLAIM_MS,
  LONGEST_RETRY_MS,
  LONGEST_TURN_MS,
  MOST_TRIES,
  POSTED_LOOK_MS,
  turnAfter,
} from '../../../domain/base/pace';
import { untilKnown, type Claimed, type Outcome, type Stand } from '../../../domain/line/until-known';

type Refusal = { code: AnswerCode; details?: { retryAfterMs: number } };
type Claim = Claimed<string, Refusal>;

interface World {
  /** The answers to the claims; the last for ever. */
  claims: Claim[];
  /** The answers to the question where I stand; the last for ever. */
  stands?: Stand<string>[];
  /** What the board says at a look, by the phone's clock. */
  board?: (now: number) => Refusal | undefined;
  /** The pace that the board gives, by the phone's clock. */
  pace?: (now: number) => number | undefined;
  random?: () => number;
  /** What a call takes. */
  callMs?: number;
  /** The phone's clock at the tap. */
  begins?: number;
}

/** Carries the effects out in a world that is a few lists, and says what happened when. */
function play({
  claims,
  stands = [undefined],
  board = () => undefined,
  pace = () => undefined,
  random = () => 0.5,
  callMs = 0,
  begins = 0,
}: World) {
  let now = begins;
  const did: { do: string; at: number; because?: string }[] = [];
  const count = (what: string) => did.filter(one => one.do === what).length;
  const nth = <T>(list: T[], n: number): T => list[Math.min(n, list.length - 1)]!;
  const steps = untilKnown<string, Refusal>({ now: () => now, random });
  const answer = (effect: NonNullable<ReturnType<typeof steps.next>['value']> & { do: string }): unknown => {
    if (effect.do === 'sleep' && 'ms' in effect) return void (now += effect.ms);
    if (effect.do === 'pace') return pace(now);
    did.push({ do: effect.do, at: now, ...('because' in effect ? { because: effect.because } : {}) });
    if (effect.do === 'look') return board(now);
    now += callMs;
    return effect.do === 'claim' ? nth(claims, count('claim') - 1) : nth(stands, count('ask') - 1);
  };
  let step = steps.next();
  while (!step.done) step = steps.next(answer(step.value));
  return { outcome: step.value as Outcome<string, Refusal>, did, count, now };
}

const placed: Claim = { place: 'seat 17' };
const refusal = (code: AnswerCode): Claim => ({ refusal: { code } });
const busy = (retryAfterMs: number): Claim => ({ refusal: { code: 'BUSY', details: { retryAfterMs } } });
const nowhere = { place: undefined };
const here = { place: 'seat 17' };

test('an answer is one claim and nothing else', () => {
  expect(play({ claims: [placed] })).toMatchObject({
    outcome: { kind: 'placed', place: 'seat 17' },
    did: [{ do: 'claim', at: 0 }],
  });
  expect(play({ claims: [refusal('FULL')] }).did).toHaveLength(1);
  expect(play({ claims: [refusal('CLOSED')] }).outcome).toEqual({ kind: 'refused', refusal: { code: 'CLOSED' } });
});

test.each(['TIMEOUT', 'OFFLINE', 'FAULT', 'UPGRADING', 'STOPPED'] as const)(
  'after %s it asks where I stand, and finds the seat',
  code => {
    expect(play({ claims: [refusal(code)], stands: [here] })).toMatchObject({
      outcome: { kind: 'placed', place: 'seat 17' },
      did: [{ do: 'claim' }, { do: 'ask', because: 'unsure' }],
    });
  },
);

test('what never arrived is claimed again after asking', () => {
  const { outcome, did } = play({ claims: [refusal('OFFLINE'), placed], stands: [nowhere] });

  expect(outcome.kind).toBe('placed');
  expect(did.map(one => one.do)).toEqual(['claim', 'ask', 'claim']);
});

test('what would meet the same again is not claimed again', () => {
  expect(play({ claims: [refusal('UPGRADING')], stands: [nowhere] }).count('claim')).toBe(1);
  expect(play({ claims: [refusal('UPGRADING')] }).outcome).toMatchObject({ refusal: { code: 'UPGRADING' } });
  expect(play({ claims: [refusal('FAULT')], stands: [nowhere] })).toMatchObject({
    outcome: { kind: 'refused', refusal: { code: 'FAULT' } },
  });
  // Nobody could say where I stand, so the fault may have been the network's.
  expect(play({ claims: [refusal('FAULT'), placed] }).outcome.kind).toBe('placed');
});

test('a busy server is asked again after its own time, and not sooner', () => {
  const { outcome, did } = play({ claims: [busy(1_500), placed], random: () => 0 });

  expect(outcome.kind).toBe('placed');
  expect(did.filter(one => one.do === 'claim').map(one => one.at)).toEqual([0, 1_500]);
});

test('while it waits it looks at the board once a second, first at a random time, and believes it', () => {
  const random = () => 0.5;
  const { outcome, did } = play({
    claims: [busy(9_000)],
    random,
    board: now => (now >= 2_000 ? { code: 'FULL' } : undefined),
  });

  expect(outcome).toEqual({ kind: 'refused', refusal: { code: 'FULL' } });
  const looks = did.filter(one => one.do === 'look').map(one => one.at);
  expect(looks[0]).toBe(0.5 * POSTED_LOOK_MS);
  expect(looks.slice(1).map((at, i) => at - looks[i]!)).toEqual([POSTED_LOOK_MS, POSTED_LOOK_MS]);
  expect(did.filter(one => one.do === 'claim')).toHaveLength(1);
});

test('"busy" is told for good only after asking once more', () => {
  const long = busy(LONGEST_RETRY_MS + 1);

  expect(play({ claims: [long], stands: [nowhere] })).toMatchObject({
    outcome: { kind: 'refused', refusal: { code: 'BUSY' } },
    did: [{ do: 'claim' }, { do: 'ask', because: 'busy' }],
  });
  expect(play({ claims: [long], stands: [here] }).outcome.kind).toBe('placed');
  expect(play({ claims: [long] }).outcome).toEqual({ kind: 'unknown' });
  expect(play({ claims: [busy(LONGEST_RETRY_MS), placed] }).outcome.kind).toBe('placed');
});

test('what is busy and then silent is unknown, and what is silent and then busy is busy', () => {
  const silent = refusal('TIMEOUT');

  expect(play({ claims: [busy(1), silent], stands: [nowhere] }).outcome).toEqual({ kind: 'unknown' });
  expect(play({ claims: [silent, busy(1)], stands: [nowhere] }).outcome).toMatchObject({ refusal: { code: 'BUSY' } });
});

test('it gives up after so many tries, and after so long', () => {
  expect(play({ claims: [refusal('TIMEOUT')] }).count('claim')).toBe(MOST_TRIES);

  const slow = play({ claims: [refusal('TIMEOUT')], callMs: LONGEST_CLAIM_MS / 4 });
  expect(slow.count('claim')).toBe(2);
  expect(slow.outcome).toEqual({ kind: 'unknown' });
});

const anyClaim = fc.oneof(
  fc.constant(placed),
  fc.constantFrom<AnswerCode>('FULL', 'CLASH', 'TIMEOUT', 'OFFLINE', 'FAULT', 'UPGRADING', 'STOPPED').map(refusal),
  fc.integer({ min: 0, max: 12_000 }).map(busy),
);
const anyStand = fc.constantFrom<Stand<string>>(undefined, nowhere, here);

test('whatever is answered, it ends, never says less than it has heard, and claims no place that it was not told', () => {
  fc.assert(
    fc.property(
      fc.array(anyClaim, { minLength: 1, maxLength: 8 }),
      fc.array(anyStand, { minLength: 1, maxLength: 8 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: 0, max: 8_000 }),
      (claims, stands, fraction, callMs) => {
        const { outcome, count } = play({ claims, stands, random: () => fraction, callMs });
        const heard = claims.slice(0, count('claim'));
        const found = stands.slice(0, count('ask'));

        expect(count('claim')).toBeLessThanOrEqual(MOST_TRIES);
        if (outcome.kind === 'placed') expect(heard.includes(placed) || found.includes(here)).toBe(true);
        else expect(heard.includes(placed) || found.includes(here)).toBe(false);
        if (outcome.kind === 'refused')
          expect(heard.map(one => ('refusal' in one ? one.refusal.code : ''))).toContain(outcome.refusal.code);
      },
    ),
  );
});

test('the time that a claim may take counts from the tap, and ends with its last millisecond', () => {
  const tries = (callMs: number) =>
    play({ claims: [refusal('OFFLINE')], stands: [nowhere], random: () => 0, callMs, begins: 1e12 }).count('claim');

  expect(tries(LONGEST_CLAIM_MS / 2 - 1)).toBe(2);
  expect(tries(LONGEST_CLAIM_MS / 2)).toBe(1);
});

test('after busy it waits as long as it is asked, and a little more', () => {
  const { did } = play({ claims: [busy(1_000), placed] });

  expect(did.filter(one => one.do === 'claim').map(one => one.at)).toEqual([0, 1_200]);
});

test('when the wait is over it claims, and does not look at the board first', () => {
  expect(play({ claims: [busy(0.9 * POSTED_LOOK_MS), placed], random: () => 0 }).count('look')).toBe(1);
});

describe('before the first claim, if the board gives a pace', () => {
  test('it waits for its turn: half of all turns come within the time that the chance says', () => {
    expect(play({ claims: [placed], pace: () => 1 })).toMatchObject({
      outcome: { kind: 'placed' },
      did: [{ do: 'claim', at: Math.LN2 * 1_000 }],
    });
  });

  test('control: without a pace it claims at once', () => {
    expect(play({ claims: [placed] }).did).toEqual([{ do: 'claim', at: 0 }]);
  });

  test('it looks at the board each second, and ends without a claim when its line is full', () => {
    const { outcome, did, count } = play({
      claims: [placed],
      pace: () => 0.001,
      board: now => (now > 2_500 ? { code: 'FULL' } : undefined),
    });

    expect(outcome).toEqual({ kind: 'refused', refusal: { code: 'FULL' } });
    expect(count('claim')).toBe(0);
    expect(did.map(one => one.at)).toEqual([1_000, 2_000, 3_000]);
  });

  test('it comes at once when the pace is gone: the crowd is, or nobody posts any more', () => {
    const { did } = play({ claims: [placed], pace: now => (now < 2_500 ? 0.001 : undefined) });

    expect(did.find(one => one.do === 'claim')?.at).toBe(3_000);
  });

  test('it does not wait for ever', () => {
    const { did } = play({ claims: [placed], pace: () => 0.000_1 });

    expect(did.find(one => one.do === 'claim')?.at).toBe(LONGEST_TURN_MS);
  });

  test('after the gate has refused it, it waits as after any refusal, and for no second turn', () => {
    const { did } = play({ claims: [busy(1_000), placed], pace: () => 1 });
    const [first, second] = did.filter(one => one.do === 'claim');

    expect(second!.at - first!.at).toBe(1_200);
  });

  test('who starts over draws anew, and after any wait as many turns come within the next second', () => {
    const waits = Array.from({ length: 10_000 }, (_, i) => turnAfter(0.5, () => (i + 0.5) / 10_000));
    const comesWithin = (since: number) => {
      const left = waits.filter(wait => wait > since);
      return left.filter(wait => wait <= since + 1_000).length / left.length;
    };

    for (const since of [0, 300, 1_000, 5_000]) expect(comesWithin(since)).toBeCloseTo(1 - Math.exp(-0.5), 2);
  });
});
