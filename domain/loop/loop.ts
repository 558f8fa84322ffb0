import { mayChange, type BatchLife } from '../batch/batch-life';
import { dayText } from '../base/clock';
import { percentText } from '../rating/said';
import type { Shown } from '../rating/shown';
import type { AnswerKind } from '../wish/wish';
import { ANSWER_WORDS } from '../wish/said';

/** 提出, 主导, 承办, 参与, 评价. */
export const STAGES = ['propose', 'lead', 'run', 'attend', 'rate'] as const;
export type StageName = (typeof STAGES)[number];
export const STAGE_WORDS: Record<StageName, string> = {
  propose: '提出',
  lead: '主导',
  run: '承办',
  attend: '参与',
  rate: '评价',
};

/** The next act of staff and its place. The target is a wish, a draft or a batch. */
export type Next =
  /** Answer the wish. */
  | { do: 'answer'; wishId: string }
  /** Look for somebody who runs it: for a wish, or into a draft. */
  | { do: 'menu'; wishId: string }
  | { do: 'name'; draftId: string }
  /** Those who were asked have not said yes: wait, ask again, or change the class. */
  | { do: 'ask'; draftId: string }
  | { do: 'publish'; draftId: string }
  /** Name an instructor in a class that is published. */
  | { do: 'instructor'; batchId: string }
  | { do: 'rehearse'; batchId: string }
  /** Watch the release and the classes. */
  | { do: 'live'; batchId: string }
  /** Close lessons that are over. */
  | { do: 'close'; batchId: string }
  | { do: 'ratings'; batchId: string }
  /** 照往期再办. */
  | { do: 'again'; batchId: string }
  /** 发一条征集: show people where to wish. */
  | { do: 'poster' };

/** - done: it has happened, or can happen no more. - now: the course stands here. - todo: not yet. */
export interface Stage {
  stage: StageName;
  state: 'done' | 'now' | 'todo';
  words: string[];
  next: Next | null;
}
export type Loop = readonly [Stage, Stage, Stage, Stage, Stage];

export interface WishFact {
  wishId: string;
  people: number;
  answer: { kind: AnswerKind; at: number } | null;
  /** It went into the last batch of the course, so it asks for nothing more. */
  met: boolean;
}

/** Classes of a course in a draft, as one. */
export interface DraftFact {
  draftId: string;
  title: string;
  /** Those who are to run it; '' = one class names nobody. */
  runners: string;
  /** The answers to 问一声; of several the one that stops most. */
  asked: null | 'open' | 'yes' | 'no';
  yesAt: number | null;
}

/** Classes of a course in the last batch that has it, as one. */
export interface BatchFact {
  batchId: string;
  title: string;
  life: BatchLife;
  runners: string;
  seats: number;
  /** Lessons that are over and that nobody has closed. */
  unclosed: number;
  /** 到课率, from 0 to 1; `null` if no roll says it. */
  attendance: number | null;
  /** Every class can be rated no more, or none ever could. */
  ratingsClosed: boolean;
  rated: Pick<Shown, 'satisfied' | 'people'> | null;
}

export interface LoopFacts {
  wish: WishFact | null;
  /** People who found it full in its last batch and have no place there. */
  turnedAway: number;
  draft: DraftFact | null;
  batch: BatchFact | null;
}

interface Step {
  done: boolean;
  words: string[];
  /** The act that would complete it. `null` if nothing can, or if it is done. */
  next: Next | null;
}
const done = (...words: string[]): Step => ({ done: true, words, next: null });
const open = (next: Next | null, ...words: string[]): Step => ({ done: false, words, next });

/**
 * Where a course stands, with all its batches. The stages belong to one round: that of the draft if there is one, else
 * that of the last batch, until it is rated. If people then still wish for the course, a new round has begun.
 *
 * At most one stage is `now`, and it says what to do next. None is if the course rests: it was rated and nobody asks for
 * more, or staff have said no. The last stage then leads back to the first.
 */
export function loopOf(facts: LoopFacts, now: number): Loop {
  const round = roundOf(facts);
  const steps = [proposed(round), led(round, now), run(round, now), attended(round), rated(round)];
  const at = round.refused ? -1 : steps.findIndex(step => !step.done && step.next !== null);
  const again: Next | null = at < 0 && round.last ? { do: 'again', batchId: round.last.batchId } : null;
  const stages = STAGES.map((stage, index): Stage => {
    const { done, words, next } = steps[index]!;
    const state = index === at ? 'now' : done ? 'done' : 'todo';
    return { stage, state, words, next: index === at ? next : stage === 'rate' ? again : null };
  });
  return stages as unknown as Loop;
}

export const restsAt = (loop: Loop): boolean => loop.every(({ state }) => state !== 'now');

interface Round {
  /** A wish that this round answers. */
  wish: WishFact | null;
  turnedAway: number;
  draft: DraftFact | null;
  /** The batch of this round; `null` = it has none yet. */
  batch: BatchFact | null;
  last: BatchFact | null;
  /** Staff have said no, or that there is such a course already. */
  refused: boolean;
}

function roundOf({ wish, turnedAway, draft, batch }: LoopFacts): Round {
  const unmet = wish && !(wish.met && batch) ? wish : null;
  const refused = unmet?.answer?.kind === 'no' || unmet?.answer?.kind === 'exists';
  const wanted = !refused && (unmet !== null || turnedAway > 0);
  const begunAnew = draft !== null || (batch !== null && isFinished(batch) && wanted);
  const own = begunAnew ? null : batch;
  return {
    wish: own ? wish : unmet,
    turnedAway,
    draft,
    batch: own,
    last: batch,
    refused: refused && !draft && !own,
  };
}

const isOver = ({ life }: BatchFact): boolean => life === 'over' || life === 'archived';
const isFinished = (batch: BatchFact): boolean => isOver(batch) && batch.unclosed === 0 && batch.ratingsClosed;

function proposed({ wish, turnedAway, draft, batch }: Round): Step {
  const words = [
    ...(wish ? [`${wish.people} 人想学`] : []),
    ...(turnedAway > 0 ? [batch ? `${turnedAway} 人没报上` : `上期 ${turnedAway} 人没报上`] : []),
  ];
  if (words.length > 0) return done(...words);
  return draft || batch ? done('工会安排') : open({ do: 'poster' }, '还没有人提');
}

function led({ wish, turnedAway, draft, batch, last }: Round, now: number): Step {
  const said = wish?.answer ? [`${dayText(wish.answer.at, now)} 答复：${ANSWER_WORDS[wish.answer.kind]}`] : [];
  if (draft) return done(...said, `在准备：${draft.title || '新的一期'}`);
  if (batch) return done(...said, batch.title);
  if (said.length > 0) return done(...said);
  if (wish) return open({ do: 'answer', wishId: wish.wishId }, '还没有答复');
  if (turnedAway > 0 && last) return open({ do: 'again', batchId: last.batchId }, '下一期还没有安排');
  return open(null);
}

function run({ wish, draft, batch }: Round, now: number): Step {
  if (draft) {
    const { draftId, runners, asked, yesAt } = draft;
    if (runners === '') return open({ do: 'name', draftId }, '还没有定老师和承办单位');
    if (asked === 'no') return open({ do: 'ask', draftId }, `${runners}承办不了`);
    if (asked === 'open') return open({ do: 'ask', draftId }, `问了${runners}，等答复`);
    return done(runners, ...(asked === 'yes' && yesAt !== null ? [`${dayText(yesAt, now)} 确认`] : []));
  }
  if (batch) {
    if (batch.runners !== '') return done(batch.runners);
    const may = mayChange('instructor', batch.life) === true;
    return open(may ? { do: 'instructor', batchId: batch.batchId } : null, '没有写老师');
  }
  return wish?.answer ? open({ do: 'menu', wishId: wish.wishId }, '还没有人办') : open(null);
}

function attended({ draft, batch }: Round): Step {
  if (draft) return open({ do: 'publish', draftId: draft.draftId }, '还没有发布');
  if (!batch) return open(null);
  const { batchId, life, seats, unclosed, attendance } = batch;
  const words = [`${seats} 座`, ...(attendance === null ? [] : [`到课 ${percentText(attendance)}`])];
  if (unclosed > 0) return open({ do: 'close', batchId }, ...words, `${unclosed} 次课没有确认考勤`);
  switch (life) {
    case 'scheduled':
      return open({ do: 'rehearse', batchId }, ...words, '还没有开放');
    case 'lastMinute':
    case 'open':
      return open({ do: 'live', batchId }, ...words, '正在报名');
    case 'closed':
      return open({ do: 'live', batchId }, ...words, '正在上课');
    case 'over':
    case 'archived':
      return done(...words);
  }
}

function rated({ batch }: Round): Step {
  if (!batch || !isOver(batch)) return open(null);
  const { batchId, rated: book, ratingsClosed } = batch;
  if (!ratingsClosed) return open({ do: 'ratings', batchId }, '正在收评价');
  return done(book ? `满意 ${percentText(book.satisfied)}（${book.people} 人评）` : '评价的人少，不公布');
}
