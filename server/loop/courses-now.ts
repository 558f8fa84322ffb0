import { lifeOf } from '../../domain/batch/batch-life';
import { keyOf } from '../../domain/line/entry';
import { shortId, sumOf } from '../../domain/line/tally';
import type { BatchFact, DraftFact, LoopFacts } from '../../domain/loop/loop';
import { askOf, nameOfAsked } from '../../domain/menu/asked';
import type { Batch, BatchDraft, DraftSection, Section } from '../../domain/model';
import { sumOfShown } from '../../domain/rating/shown';
import { windowOf } from '../../domain/rating/window';
import { plainTitle } from '../../domain/wish/words';
import type { Wish } from '../../domain/wish/wish';
import { _, findEvery, findOnly, readMany } from '../base/database';
import { closeBooks } from '../rating/close-books';
import { unclosedIn } from './unclosed';

type OpenWish = Pick<Wish, '_id' | 'title' | 'plain' | 'voiceCount' | 'answer' | 'taken'>;
type Batches = ReadonlyMap<string, Pick<Batch, '_id' | 'title' | 'state' | 'opensAt' | 'closesAt' | 'lastLessonAt'>>;
type Drafts = readonly Pick<BatchDraft, '_id' | 'title' | 'sections' | 'updatedAt'>[];

/** A course, with its name as it was written last. `key` is the name as it is compared. */
export interface CourseNow {
  key: string;
  course: string;
  facts: LoopFacts;
  /** The classes of its last batch. */
  sections: readonly Section[];
}

/**
 * Every course that is wished for, in a draft or published, with what is known of it. Attendance is not, because rolls
 * would have to be read. Some ten operations, and one more for each further 1,000 classes.
 */
export async function coursesNow(now: number): Promise<CourseNow[]> {
  await closeBooks(now);
  const [batchList, published, drafts, wishes] = await Promise.all([
    findEvery('batches', {}, ['title', 'state', 'opensAt', 'closesAt', 'lastLessonAt']),
    findEvery('sections', {}, ['course', 'batchId', 'opensAt', 'cancelledAt']),
    findOnly('drafts', {}, ['title', 'sections', 'updatedAt'], { orderBy: ['updatedAt', 'desc'] }),
    findEvery('wishes', { state: 'open' }, ['title', 'plain', 'voiceCount', 'answer', 'taken']),
  ]);
  const batches: Batches = new Map(batchList.map(batch => [batch._id, batch]));
  const latest = latestOf(published.filter(one => batches.has(one.batchId) && one.cancelledAt === undefined));
  const all = await readMany('sections', [...latest.values()].flat());
  const facts = await aroundOf(all, now);

  const keys = new Set([...latest.keys(), ...wishes.map(wish => wish.plain), ...drafts.flatMap(coursesIn)]);
  return [...keys].map((key): CourseNow => {
    const sections = all.filter(section => latest.get(key)?.includes(section._id));
    const batch = batches.get(sections[0]?.batchId ?? '');
    const drafted = draftOf(key, drafts);
    const wish = wishOf(key, wishes);
    const known = {
      wish: wish && {
        wishId: wish._id,
        people: wish.voiceCount,
        answer: wish.answer ? { kind: wish.answer.kind, at: wish.answer.at } : null,
        met: wish.taken.some(one => one.draftId === batch?._id),
      },
      turnedAway: facts.turnedAway(sections),
      draft: drafted?.fact ?? null,
      batch: batch ? { ...facts.batch(batch, sections), attendance: null } : null,
    };
    const course = drafted?.course ?? sections[0]?.course ?? wish?.title ?? key;
    return { key, course, facts: known, sections };
  });
}

/** By course, the classes of the last batch that has it. */
function latestOf(
  sections: readonly Pick<Section, '_id' | 'course' | 'batchId' | 'opensAt'>[],
): ReadonlyMap<string, string[]> {
  const latest = new Map<string, { batchId: string; opensAt: number; ids: string[] }>();
  for (const { _id, course, batchId, opensAt } of sections) {
    const key = plainTitle(course);
    const known = latest.get(key);
    if (known?.batchId === batchId) known.ids.push(_id);
    else if (!known || opensAt > known.opensAt) latest.set(key, { batchId, opensAt, ids: [_id] });
  }
  return new Map([...latest].map(([key, { ids }]) => [key, ids]));
}

const coursesIn = ({ sections }: Pick<BatchDraft, 'sections'>): string[] =>
  sections.map(section => plainTitle(section.course));

/** Of two open wishes for one course, the one with more voices. */
const wishOf = (key: string, wishes: readonly OpenWish[]): OpenWish | null =>
  wishes.filter(wish => wish.plain === key).sort((a, b) => b.voiceCount - a.voiceCount)[0] ?? null;

/** The draft that was changed last and has the course. */
function draftOf(key: string, drafts: Drafts): { course: string; fact: DraftFact } | undefined {
  const draft = drafts.find(one => coursesIn(one).includes(key));
  if (!draft) return undefined;
  const classes = draft.sections.filter(section => plainTitle(section.course) === key);
  const asks = classes.flatMap(section => askOf(section) ?? []);
  const answers = asks.map(ask => ask.answer);
  const asked = answers.includes('no') ? 'no' : answers.includes(null) ? 'open' : (answers[0] ?? null);
  const yesAt = Math.max(0, ...asks.map(ask => ask.answeredAt ?? 0));
  const fact = {
    draftId: draft._id,
    title: draft.title,
    runners: runnersOf(classes),
    asked,
    yesAt: asked === 'yes' ? yesAt : null,
  } as const;
  return { course: classes[0]?.course ?? key, fact };
}

/** Each organisation once, or else the instructor; '' if a class names neither. */
function runnersOf(classes: readonly Pick<DraftSection, 'organisation' | 'instructor'>[]): string {
  const names = classes.map(nameOfAsked);
  return names.includes('') ? '' : [...new Set(names)].join('、');
}

/** The facts about these classes that stand in other documents. */
async function aroundOf(sections: readonly Section[], now: number) {
  const ids = sections.map(section => section._id);
  const [tallies, books, rolls] = await Promise.all([
    findEvery('tallies', { batchId: _.in([...new Set(sections.map(section => section.batchId))]) }, [
      'batchId',
      'answers',
      'seconds',
      'tries',
      'turnedAway',
      'atLeast',
      'writtenAt',
      'collectedAt',
      'lastFaultAt',
    ]),
    findEvery('ratings', { _id: _.in(ids) }, ['sheets', 'closesAt', 'came']),
    findEvery('rolls', { sectionId: _.in(ids), closedAt: _.neq(null) }, ['sectionId', 'lessonIndex']),
  ]);
  const away = sumOf(tallies).turnedAway;
  const bookOf = new Map(books.map(book => [book._id, book]));
  const closed = new Set(rolls.map(roll => `${roll.sectionId}/${roll.lessonIndex}`));
  return {
    turnedAway: (classes: readonly Section[]): number => {
      const placed = new Set(classes.flatMap(section => section.line.map(entry => shortId(keyOf(entry)))));
      const people = new Set(classes.flatMap(section => [...(away.get(section._id) ?? [])]));
      return [...people].filter(person => !placed.has(person)).length;
    },
    batch: (batch: Parameters<typeof lifeOf>[0] & { _id: string; title: string }, classes: readonly Section[]) => {
      const isClosed = (section: Section) => {
        const window = windowOf(section, bookOf.get(section._id) ?? null);
        return window === null || now >= window.until;
      };
      return {
        batchId: batch._id,
        title: batch.title,
        life: lifeOf(batch, now),
        runners: runnersOf(classes),
        seats: classes.reduce((sum, section) => sum + section.capacity, 0),
        unclosed: classes.reduce((sum, section) => sum + unclosedIn(section, closed, now), 0),
        ratingsClosed: classes.every(isClosed),
        rated: sumOfShown(classes.flatMap(section => bookOf.get(section._id) ?? [])),
      } satisfies Omit<BatchFact, 'attendance'>;
    },
  };
}
