import fc from 'fast-check';
import type { Mark, MarkState, Roll } from '../../../domain/roll/roll';
import { closed } from '../../../domain/attendance/no-show';
import { countsAs, onRoll } from '../../../domain/roll/on-roll';
import { checkInBeside, whichMark } from '../../../domain/roll/which-mark';
import { lesson, mark, roll, tea } from '../roll/rolls';
import { T } from '../line/sections';

/**
 * Check-ins, marks on phones with and without signal, take-backs, corrections and the closing, interleaved at will: whoever
 * was last told 签到成功 is not absent unless somebody who knew of the check-in said so.
 */
const STATES = ['present', 'late', 'leave', 'absent', null] as const;
const PHONES = ['phone', 'tablet', 'old phone'] as const;

type Step =
  | { do: 'scan' }
  | { do: 'look' | 'send'; phone: string }
  | { do: 'tap'; phone: string; state: MarkState | null }
  | { do: 'correct'; state: MarkState };

const phone = fc.constantFrom(...PHONES);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('scan' as const) }),
  fc.record({ do: fc.constantFrom('look' as const, 'send' as const), phone }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tap' as const), phone, state: fc.constantFrom(...STATES) }) },
  fc.record({ do: fc.constant('correct' as const), state: fc.constantFrom('present', 'late', 'leave', 'absent') }),
) as fc.Arbitrary<Step>;

/** One worker (a), one roll, some phones. */
class Evening {
  marks: Mark[] = [];
  told: 'success' | 'other' | undefined;
  /** Somebody has marked who knew of the check-in, and whose mark is on the roll. */
  decided = false;
  readonly #seen = new Map<string, number>();
  readonly #unsent = new Map<string, { mark: Mark; decides: boolean }[]>();
  #at = 0;

  #knowsOfScan(seen: number): boolean {
    return this.marks.slice(0, seen).some(one => one.source === 'self');
  }

  #next(state: MarkState | null, change: Partial<Mark>): Mark {
    this.#at += 1_000;
    return mark('a', state, this.#at, { nonce: `n${this.#at}`, ...change });
  }

  take(one: Step): void {
    switch (one.do) {
      case 'scan': {
        const beside = checkInBeside(this.marks, this.#next('late', { source: 'self', device: 'self' }));
        if (beside && 'add' in beside) this.marks.push(beside.add);
        const { holds } = whichMark(this.marks, 'a');
        this.told = holds?.state === 'present' || holds?.state === 'late' ? 'success' : 'other';
        this.decided = false;
        return;
      }
      case 'look':
        // Its own marks go first, as on the phone.
        this.take({ do: 'send', phone: one.phone });
        this.#seen.set(one.phone, this.marks.length);
        return;
      case 'tap': {
        const seen = this.#seen.get(one.phone) ?? 0;
        const made = this.#next(one.state, { device: one.phone, seen });
        const unsent = this.#unsent.get(one.phone) ?? [];
        this.#unsent.set(one.phone, [...unsent, { mark: made, decides: this.#knowsOfScan(seen) }]);
        return;
      }
      case 'send':
        for (const { mark: sent, decides } of this.#unsent.get(one.phone) ?? []) {
          this.marks.push(sent);
          this.decided ||= decides;
        }
        this.#unsent.delete(one.phone);
        return;
      case 'correct':
        this.decided ||= this.#knowsOfScan(this.marks.length);
        this.marks.push(this.#next(one.state, { source: 'staff', device: 'staff', seen: this.marks.length }));
    }
  }

  get roll(): Roll {
    return roll({ marks: this.marks });
  }
}

const run = (steps: readonly Step[]): Evening => {
  const evening = new Evening();
  for (const one of steps) evening.take(one);
  for (const phone of PHONES) evening.take({ do: 'send', phone });
  return evening;
};

const close = (of: Roll) => closed(tea, of, lesson, () => undefined, T + 86_400_000);

test('whoever was last told 签到成功 is not absent unless somebody who knew of it said so', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      const evening = run(steps);
      fc.pre(evening.told === 'success' && !evening.decided);
      const person = onRoll(tea, evening.roll)[0]!;

      expect(['present', 'late', 'leave']).toContain(countsAs(person));
      expect(person.mark?.state).not.toBe('absent');
      expect(close(evening.roll).noShows).not.toContain('a');
    }),
    { numRuns: 500 },
  );
});

test('nobody is a no-show while marks contradict each other', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      const { roll: of } = run(steps);
      const person = onRoll(tea, of)[0]!;
      if (person.disputed) expect(close(of).noShows).not.toContain('a');
    }),
    { numRuns: 3_000 },
  );
});

test('what holds does not depend on the order in which marks arrive that did not know of each other', () => {
  const base = fc.array(step, { maxLength: 6 }).map(steps => run(steps).marks);
  const made = fc.array(
    fc.record({
      device: phone,
      state: fc.constantFrom(...STATES),
      // What each of them had seen: nothing, or some of what was there before all of them.
      seen: fc.integer({ min: 0, max: 6 }),
    }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(base, made, fc.boolean(), fc.func(fc.integer()), (before, some, scans, keyOf) => {
      const late = some.map(({ device, state, seen }, i) =>
        mark('a', state, 1_000_000 + i, { nonce: `late-${i}`, device, seen: Math.min(seen, before.length) }),
      );
      const here = mark('a', 'late', 1_000_002, { nonce: 'scan', source: 'self', device: 'self' });
      const scan = checkInBeside(before, here);
      const arriving = scans && scan && 'add' in scan ? [...late, scan.add] : late;
      const shuffled = [...arriving].sort((a, b) => keyOf(a.nonce) - keyOf(b.nonce));

      expect(whichMark([...before, ...shuffled], 'a')).toEqual(whichMark([...before, ...arriving], 'a'));
    }),
    { numRuns: 3_000 },
  );
});

test('control: if the higher source always overruled, somebody told 签到成功 would be absent', () => {
  const evening = run([{ do: 'scan' }, { do: 'tap', phone: 'phone', state: 'absent' }]);

  expect(evening.told).toBe('success');
  expect(evening.marks.filter(one => one.source === 'instructor').at(-1)?.state).toBe('absent');
  expect(whichMark(evening.marks, 'a')).toMatchObject({ holds: { state: 'late' }, disputed: { state: 'absent' } });
});
