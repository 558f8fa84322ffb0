import { INELIGIBLE } from '../../../../domain/line/enter';
import { isUnfinished } from '../../../../src/features/line/eligibility';
import { claimButton, type ButtonFacts } from '../../../../src/features/line/claim-button';
import { batch, count, guqin, mine, papercut, STROKE, tea } from '../../sample';

const profile = { name: '何燕', phone: '13800001234', employer: '区人民医院', unionMember: true };
const facts = (part: Partial<ButtonFacts>): ButtonFacts => ({
  now: STROKE + 1,
  batch,
  section: tea,
  count: count('tea', 5),
  places: [],
  entry: undefined,
  profile,
  claim: undefined,
  ...part,
});
const kind = (part: Partial<ButtonFacts>) => claimButton(facts(part)).kind;
const refused = (code: (typeof INELIGIBLE)[number]) =>
  ({ asking: false, answer: { ok: false, code, message: '为什么', now: 0 } }) as ButtonFacts['entry'];

const admitted = { asking: false, answer: { ok: true, data: {}, now: 0 } } as ButtonFacts['entry'];
const lost = { asking: false, answer: { ok: false, code: 'OFFLINE', message: '', now: 0 } } as ButtonFacts['entry'];

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

  test('takes the waiting room at its word, whatever the phone remembers of the profile', () => {
    expect(kind({ entry: refused('NOT_UNION_MEMBER') })).toBe('ineligible');
    expect(kind({ entry: admitted, profile: { ...profile, unionMember: false, membership: 'no' } })).toBe('go');
  });

  test('is being checked while nobody has said whether I may come, and lights up at the stroke all the same', () => {
    expect(kind({ profile: undefined, now: STROKE - 60_000 })).toBe('checking');
    expect(kind({ profile: undefined, now: STROKE })).toBe('go');
    expect(kind({ profile: undefined, entry: lost, now: STROKE - 60_000 })).toBe('ready');
  });
});

describe('the button of somebody whom the batch is not for', () => {
  const never = INELIGIBLE.filter(code => !isUnfinished({ code, message: '' }));
  const no = { ...profile, unionMember: false, membership: 'no' } as const;

  test.each(
    never.flatMap((code): [typeof code, string, Partial<ButtonFacts>][] => [
      [code, 'a week before', { now: STROKE - 7 * 86_400_000 }],
      [code, 'in the last minute', { now: STROKE - 1 }],
      [code, 'open', {}],
      [code, 'nothing but the waiting list', { count: count('tea', 0, 4, 11) }],
      [code, 'full', { count: count('tea', 0, 15, 0) }],
      [code, 'at the limit', { batch: { ...batch, limit: 1 }, places: [mine(papercut)] }],
    ]),
  )('%s, %s: never one that looks as if they could', (code, _, part) => {
    expect(claimButton(facts({ entry: refused(code), ...part }))).toEqual({
      kind: 'ineligible',
      why: { code, message: '为什么' },
    });
  });

  test.each([{}, { count: count('tea', 0, 15, 0) }, { now: STROKE - 1 }])(
    'is known from the profile alone: %j',
    part => {
      expect(claimButton(facts({ profile: no, ...part }))).toMatchObject({
        kind: 'ineligible',
        why: { code: 'NOT_UNION_MEMBER' },
      });
    },
  );

  test('a seat that they have stays theirs, and a batch that is over says so', () => {
    expect(kind({ profile: no, places: [mine(tea)] })).toBe('mine');
    expect(kind({ profile: no, now: batch.closesAt })).toBe('closed');
  });

  test('a batch without conditions is for everybody', () => {
    expect(kind({ profile: no, batch: { ...batch, audience: {} } })).toBe('go');
  });
});

describe('the button of somebody whose profile does not say enough', () => {
  test.each([
    ['never filled in', null, 'PROFILE_MISSING'],
    ['from before the question', { ...profile, unionMember: false }, 'MEMBERSHIP_UNSAID'],
  ])('%s: the form stands in the way of the claim, and of nothing else', (_, known, code) => {
    expect(claimButton(facts({ profile: known }))).toMatchObject({ kind: 'profile', then: 'go', why: { code } });
    expect(claimButton(facts({ profile: known, count: count('tea', 0, 4) }))).toMatchObject({ then: 'line' });
    expect(kind({ profile: known, count: count('tea', 0, 15, 0) })).toBe('full');
    expect(kind({ profile: known, places: [mine(guqin)] })).toBe('clash');
    expect(kind({ profile: known, now: STROKE - 60_000 })).toBe('profile');
  });
});

describe('a class for some employers only', () => {
  const invited = { ...tea, invited: { employers: ['顺丰速运'] } };
  const data = { opensAt: STROKE, limit: 2, held: 0, tag: 'me', not: ['tea'] };
  const not = { asking: false, answer: { ok: true, data, now: 0 } } as unknown as ButtonFacts['entry'];

  test('is not for somebody of another, as the waiting room has said or as the profile says', () => {
    const why = { code: 'SECTION_NOT_INVITED', message: '' };

    expect(claimButton(facts({ section: invited, entry: not }))).toEqual({ kind: 'ineligible', why });
    expect(claimButton(facts({ section: invited, entry: undefined }))).toEqual({ kind: 'ineligible', why });
  });

  test('is for somebody of theirs, and the other classes are for all', () => {
    expect(kind({ section: invited, entry: admitted })).toBe('go');
    expect(kind({ section: invited, entry: undefined, profile: { ...profile, employer: '顺丰速运' } })).toBe('go');
    expect(kind({ section: guqin, entry: not })).toBe('go');
  });
});
