import { BATCH_LIVES, mayChange } from '../../../domain/batch/batch-life';
import { instantOf } from '../../../domain/base/clock';
import {
  loopOf,
  restsAt,
  STAGES,
  type BatchFact,
  type DraftFact,
  type LoopFacts,
  type WishFact,
} from '../../../domain/loop/loop';
import { sectionLoop } from '../../../domain/loop/section-loop';
import { ANSWER_KINDS } from '../../../domain/wish/wish';

const NOW = instantOf('2027-03-10', '12:00')!;

const wishes: (WishFact | null)[] = [
  null,
  ...[true, false].flatMap(met =>
    [null, ...ANSWER_KINDS].map(kind => ({
      wishId: 'w',
      people: 42,
      met,
      answer: kind && { kind, at: instantOf('2027-03-01', '09:00')! },
    })),
  ),
];
const drafts: (DraftFact | null)[] = [
  null,
  ...['', '益才教育'].flatMap(runners =>
    ([null, 'open', 'yes', 'no'] as const).map(asked => ({
      draftId: 'd',
      title: '第二期',
      runners,
      asked,
      yesAt: asked === 'yes' ? instantOf('2027-03-03', '09:00')! : null,
    })),
  ),
];
const batches: (BatchFact | null)[] = [
  null,
  ...BATCH_LIVES.flatMap(life =>
    ['', '益才教育'].flatMap(runners =>
      [0, 2].flatMap(unclosed =>
        [true, false].flatMap(ratingsClosed =>
          [null, { satisfied: 0.96, people: 28 }].map(rated => ({
            batchId: 'b',
            title: '第一期',
            life,
            runners,
            seats: 30,
            unclosed,
            attendance: null,
            ratingsClosed,
            rated,
          })),
        ),
      ),
    ),
  ),
];
/** Every combination of facts. */
const ALL: LoopFacts[] = wishes.flatMap(wish =>
  [0, 88].flatMap(turnedAway => drafts.flatMap(draft => batches.map(batch => ({ wish, turnedAway, draft, batch })))),
);
const failing = (is: (facts: LoopFacts) => boolean) => ALL.filter(facts => !is(facts)).slice(0, 3);
const loop = (facts: LoopFacts) => loopOf(facts, NOW);
const nowOf = (facts: LoopFacts) => loop(facts).filter(stage => stage.state === 'now');

describe('whatever the facts are', () => {
  test('there are enough of them to mean something', () => {
    expect(ALL.length).toBe(9 * 2 * 9 * 97);
  });

  test('the five stages stand in their order', () => {
    expect(failing(facts => loop(facts).every((one, index) => one.stage === STAGES[index]))).toEqual([]);
  });

  test('exactly one is now, unless the course rests', () => {
    const mayRest = ({ wish, draft, batch }: LoopFacts) =>
      !draft &&
      (batch
        ? ['over', 'archived'].includes(batch.life) && batch.unclosed === 0 && batch.ratingsClosed
        : wish?.answer?.kind === 'no' || wish?.answer?.kind === 'exists' || !wish);

    expect(failing(facts => nowOf(facts).length === (restsAt(loop(facts)) ? 0 : 1))).toEqual([]);
    expect(failing(facts => !restsAt(loop(facts)) || mayRest(facts))).toEqual([]);
    expect(ALL.some(facts => restsAt(loop(facts)))).toBe(true);
  });

  test('whatever is now says what to do next; nothing else does but the end of a course that rests', () => {
    expect(failing(facts => nowOf(facts).every(one => one.next !== null))).toEqual([]);
    expect(
      failing(facts =>
        loop(facts).every(
          one => one.state === 'now' || one.next === null || (one.next.do === 'again' && one.stage === 'rate'),
        ),
      ),
    ).toEqual([]);
  });

  test('no next step leads to an act that is not allowed', () => {
    const may = ({ wish, draft, batch }: LoopFacts, { next }: { next: ReturnType<typeof loop>[number]['next'] }) => {
      switch (next?.do) {
        case undefined:
        case 'poster':
          return true;
        case 'answer':
          return wish !== null && wish.answer === null;
        case 'menu':
          return wish?.answer?.kind === 'planned';
        case 'name':
        case 'ask':
        case 'publish':
          return draft?.draftId === next.draftId;
        case 'instructor':
          return batch !== null && mayChange('instructor', batch.life) === true;
        case 'rehearse':
          return batch?.life === 'scheduled';
        case 'live':
          return batch !== null && !['scheduled', 'over', 'archived'].includes(batch.life);
        case 'close':
          return batch !== null && batch.unclosed > 0;
        case 'ratings':
          return batch !== null && ['over', 'archived'].includes(batch.life) && !batch.ratingsClosed;
        case 'again':
          return batch !== null && draft === null;
      }
    };

    expect(failing(facts => loop(facts).every(one => may(facts, one)))).toEqual([]);
  });

  test('every stage that is done or now says something', () => {
    expect(failing(facts => loop(facts).every(one => one.state === 'todo' || one.words.length > 0))).toEqual([]);
  });
});

describe('a course on its way', () => {
  const none: LoopFacts = { wish: null, turnedAway: 0, draft: null, batch: null };
  const wish: WishFact = { wishId: 'w', people: 42, met: false, answer: null };
  const planned = { ...wish, answer: { kind: 'planned' as const, at: instantOf('2027-03-01', '09:00')! } };
  const draft: DraftFact = {
    draftId: 'd',
    title: '第二期',
    runners: '益才教育',
    asked: 'yes',
    yesAt: instantOf('2027-03-03', '09:00')!,
  };
  const batch: BatchFact = {
    batchId: 'b',
    title: '第一期',
    life: 'open',
    runners: '益才教育',
    seats: 30,
    unclosed: 0,
    attendance: 0.957,
    ratingsClosed: false,
    rated: null,
  };
  const over: BatchFact = { ...batch, life: 'over', ratingsClosed: true, rated: { satisfied: 0.964, people: 28 } };
  const met = { ...planned, met: true };

  test.each<[string, Partial<LoopFacts>, string | undefined, object | null]>([
    ['nothing yet', {}, 'propose', { do: 'poster' }],
    ['people wish for it', { wish }, 'lead', { do: 'answer', wishId: 'w' }],
    ['staff will do it', { wish: planned }, 'run', { do: 'menu', wishId: 'w' }],
    [
      'in a draft, nobody named',
      { wish: planned, draft: { ...draft, runners: '' } },
      'run',
      { do: 'name', draftId: 'd' },
    ],
    ['asked', { draft: { ...draft, asked: 'open' } }, 'run', { do: 'ask', draftId: 'd' }],
    ['refused', { draft: { ...draft, asked: 'no' } }, 'run', { do: 'ask', draftId: 'd' }],
    ['agreed on', { draft }, 'attend', { do: 'publish', draftId: 'd' }],
    ['published', { wish: met, batch: { ...batch, life: 'scheduled' } }, 'attend', { do: 'rehearse', batchId: 'b' }],
    ['lessons to close', { batch: { ...batch, life: 'closed', unclosed: 2 } }, 'attend', { do: 'close', batchId: 'b' }],
    ['over', { batch: { ...over, ratingsClosed: false } }, 'rate', { do: 'ratings', batchId: 'b' }],
    ['rated, and nobody asks for more', { wish: met, batch: over }, undefined, null],
    ['rated, and people were turned away', { batch: over, turnedAway: 88 }, 'lead', { do: 'again', batchId: 'b' }],
    ['rated, and a wish came since', { batch: over, wish }, 'lead', { do: 'answer', wishId: 'w' }],
    [
      'over without an instructor',
      { batch: { ...over, runners: '', ratingsClosed: false } },
      'rate',
      { do: 'ratings', batchId: 'b' },
    ],
    [
      'a next one in preparation',
      { batch: { ...batch, unclosed: 2 }, draft },
      'attend',
      { do: 'publish', draftId: 'd' },
    ],
    ['staff have said no', { wish: { ...planned, answer: { kind: 'no', at: NOW } } }, undefined, null],
  ])('%s', (_, change, stage, next) => {
    const [at] = nowOf({ ...none, ...change });

    expect([at?.stage, at?.next ?? null]).toEqual([stage, next]);
  });

  test('its words', () => {
    const words = (facts: Partial<LoopFacts>) => loop({ ...none, ...facts }).map(one => one.words.join('，'));

    expect(words({ wish: planned, turnedAway: 88, draft })).toEqual([
      '42 人想学，上期 88 人没报上',
      '3月1日 答复：会办，在准备：第二期',
      '益才教育，3月3日 确认',
      '还没有发布',
      '',
    ]);
    expect(words({ wish: met, batch: over })).toEqual([
      '42 人想学',
      '3月1日 答复：会办，第一期',
      '益才教育',
      '30 座，到课 96%',
      '满意 96%（28 人评）',
    ]);
    expect(words({ batch: { ...over, rated: null } }).at(-1)).toBe('评价的人少，不公布');
    expect(loop({ ...none, wish: met, batch: over }).at(-1)!.next).toEqual({ do: 'again', batchId: 'b' });
  });
});

test.each<[string, Parameters<typeof sectionLoop>[0], string]>([
  [
    'all five',
    { proposed: 42, runner: '益才教育', seated: 30, rated: { satisfied: 0.96 } },
    '职工提出 42 工会立项 益才教育承办 30 人参加 满意 96%',
  ],
  [
    'few people: no number',
    { proposed: 4, runner: '益才教育', seated: 4, rated: null },
    '职工提出 工会立项 益才教育承办',
  ],
  ['five are enough', { proposed: 5, runner: '', seated: 5, rated: null }, '职工提出 5 工会立项 5 人参加'],
  [
    'the union’s own idea, before it opens',
    { proposed: 0, runner: '李老师', seated: 0, rated: null },
    '工会立项 李老师承办',
  ],
])('the line of a class: %s', (_, facts, words) => {
  expect(sectionLoop(facts).join(' ')).toBe(words);
});
