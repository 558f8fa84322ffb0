import { INELIGIBLE } from '../../../domain/rules/enter';
import { claimButton, type ButtonFacts } from '../../../src/line/claim-button';
import { batch, count, guqin, mine, papercut, STROKE, tea } from '../sample';

const facts = (part: Partial<ButtonFacts>): ButtonFacts => ({
  now: STROKE + 1,
  batch,
  section: tea,
  count: count('tea', 5),
  places: [],
  entry: undefined,
  claim: undefined,
  ...part,
});
const kind = (part: Partial<ButtonFacts>) => claimButton(facts(part)).kind;
const refused = (code: (typeof INELIGIBLE)[number]) =>
  ({ asking: false, answer: { ok: false, code, message: '为什么', now: 0 } }) as ButtonFacts['entry'];

describe('the button by the clock', () => {
  test.each([
    [STROKE - 11 * 60_000, 'early'],
    [STROKE - 10 * 60_000, 'ready'],
    [STROKE - 1, 'ready'],
    [STROKE, 'go'],
    [batch.closesAt - 1, 'go'],
    [batch.closesAt, 'closed'],
  ])('at %d it is %s', (now, expected) => {
    expect(kind({ now })).toBe(expected);
  });

  test('fills with light over the last minute', () => {
    const filled = (before: number) => claimButton(facts({ now: STROKE - before }));

    expect(filled(61_000)).toEqual({ kind: 'ready', filled: 0 });
    expect(filled(30_000)).toEqual({ kind: 'ready', filled: 0.5 });
  });
});

describe('the button by the seats', () => {
  test.each([
    [count('tea', 1), 'go'],
    [count('tea', 0, 4, 11), 'line'],
    [count('tea', 0, 15, 0), 'full'],
    [undefined, 'go'],
  ])('%j → %s', (seats, expected) => {
    expect(kind({ count: seats })).toBe(expected);
  });

  test('says how many are ahead', () => {
    expect(claimButton(facts({ count: count('tea', 0, 4) }))).toEqual({ kind: 'line', ahead: 4 });
  });
});

describe('the button by what I hold', () => {
  test('my own place comes before everything, even after closing', () => {
    expect(kind({ places: [mine(tea)], now: batch.closesAt + 1, claim: { step: 'sending', outcome: undefined } })).toBe(
      'mine',
    );
  });

  test('a claim that runs shows how far it is', () => {
    expect(kind({ claim: { step: 'sending', outcome: undefined } })).toBe('sending');
    expect(kind({ claim: { step: 'asking', outcome: undefined } })).toBe('asking');
  });

  test('a seat at the same time is a clash', () => {
    expect(claimButton(facts({ places: [mine(guqin)] }))).toMatchObject({
      kind: 'clash',
      other: { place: { sectionId: 'guqin' } },
    });
  });

  test('a wait at the same time gives way to a seat, and not to another wait', () => {
    const places = [mine(guqin, 'WAITING', 2)];

    expect(claimButton(facts({ places }))).toMatchObject({ kind: 'go', clears: places });
    expect(kind({ places, count: count('tea', 0, 3) })).toBe('clash');
  });

  test('the limit counts seats and waits of this batch, less what the seat would clear', () => {
    const other = { ...mine(papercut), batch: { ...mine(papercut).batch, batchId: 'another' } };

    expect(kind({ batch: { ...batch, limit: 1 }, places: [mine(papercut, 'WAITING')] })).toBe('limit');
    expect(kind({ batch: { ...batch, limit: 1 }, places: [other] })).toBe('go');
    expect(kind({ batch: { ...batch, limit: 1 }, places: [mine(guqin, 'WAITING')] })).toBe('go');
    expect(kind({ batch: { ...batch, limit: null }, places: [mine(papercut)] })).toBe('go');
  });

  test('a full line is told before a clash: there is nothing to gain by dropping', () => {
    expect(kind({ places: [mine(guqin)], count: count('tea', 0, 15, 0) })).toBe('full');
  });
});

describe('the button by the waiting room', () => {
  test('asks for the profile before the stroke and after', () => {
    expect(kind({ entry: refused('PROFILE_MISSING'), now: STROKE - 60_000 })).toBe('profile');
    expect(kind({ entry: refused('PROFILE_MISSING') })).toBe('profile');
  });

  test.each(INELIGIBLE.filter(code => code !== 'PROFILE_MISSING'))(
    'says beforehand that it is not for me: %s',
    code => {
      expect(claimButton(facts({ entry: refused(code), now: STROKE - 1 }))).toEqual({
        kind: 'ineligible',
        message: '为什么',
      });
    },
  );
});
