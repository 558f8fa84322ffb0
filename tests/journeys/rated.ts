import { randomBytes } from 'node:crypto';
import type { Section } from '../../domain/model';
import type { Chip, RatingBook, Sheet, Stars } from '../../domain/rating/rating';
import { emptyRoll, type Mark, type MarkState, type Roll } from '../../domain/roll/roll';
import { range, startScene, type Person, type Scene } from './scene';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Classes whose only lesson ended an hour ago, each with the people who came. */
export interface Rated extends Scene {
  staff: Person;
  teacher: Person;
  /** The clock says so long after the end of the lesson. */
  at(sinceEnd: number): void;
  book(sectionId: string): RatingBook | undefined;
  marks(sectionId: string, ...marks: [index: number, state: MarkState][]): Promise<unknown>;
}

export interface RatedOptions {
  /** By class, how many of the workers came; the first ones. */
  came: Record<string, number>;
  sections?: Record<string, Partial<Section>>;
  workers?: number;
}

export async function startRated({ came, sections = {}, workers = 40 }: RatedOptions): Promise<Rated> {
  const start = Date.now() - 2 * HOUR;
  const lesson = { startsAt: start, endsAt: start + HOUR };
  const scene = await startScene({
    sections: Object.fromEntries(
      Object.keys(came).map(id => [id, { lessons: [lesson], capacity: 40, ...sections[id] }]),
    ),
    batch: { opensAt: start - 10 * DAY, firstLessonAt: start, lastLessonAt: lesson.endsAt },
    workers,
  });
  const rated: Rated = {
    ...scene,
    staff: await scene.holder('staff', '王敏'),
    teacher: await scene.holder('instructor', '李文秀', { instructorName: '李文秀' }),
    at: sinceEnd => scene.emulator.setClock(lesson.endsAt + sinceEnd - Date.now()),
    book: id => scene.emulator.database.read<RatingBook>('ratings').find(one => one._id === id),
    marks: (id, ...marks) => scene.set('rolls', rollOf(scene, id, marks)),
  };
  for (const [id, count] of Object.entries(came))
    await rated.marks(id, ...range(count).map((index): [number, MarkState] => [index, 'present']));
  rated.at(HOUR);
  return rated;
}

function rollOf(scene: Scene, sectionId: string, marked: readonly [number, MarkState][]): Roll {
  const section = scene.section(sectionId);
  const { startsAt } = section.lessons[0]!;
  const people = marked.map(([index]) => scene.worker(index).memberId);
  const marks = marked.map(([, state], index): Mark => ({
    nonce: `nonce-${sectionId}-${index}`,
    memberId: people[index]!,
    state,
    source: 'instructor',
    at: startsAt,
    receivedAt: startsAt,
    by: 'mteacher',
    device: 'phone',
    seen: 0,
  }));
  const roll = emptyRoll(section, 0, { startsAt });
  return { ...roll, marks, markCount: marks.length, people, appealOpen: false };
}

export const rate = (person: Person, sectionId: string, change: object = {}) =>
  person.call('rating.give', { sectionId, stars: 5, chips: ['clear'], text: '', ...change });

export const sheet = (stars: Stars = 5, more: Partial<Sheet> = {}): Sheet => ({
  key: randomBytes(16).toString('hex'),
  stars,
  chips: ['clear'],
  ...more,
});

/** A book as it is stored, with a sheet for each rater; it is open. */
export function book(sectionId: string, raters: readonly string[], change: Partial<RatingBook> = {}): RatingBook {
  const sheets = raters.map(() => sheet()).sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    _id: sectionId,
    batchId: 'b',
    course: '茶艺',
    organisation: '渝西茶艺培训学校',
    instructor: '李文秀',
    raters: [...raters],
    raterCount: raters.length,
    sheets,
    closesAt: Date.now() - HOUR + 14 * DAY,
    came: null,
    ...change,
  };
}

const CHIPS: Chip[] = ['clear', 'pace', 'place', 'hours', 'again', 'harder'];
/** Chips that say which of 64 people ticked them, so that a test knows a sheet again. */
export const chipsOf = (index: number): Chip[] => CHIPS.filter((_, bit) => (index >> bit) % 2 === 1);
export const indexOf = (chips: readonly Chip[]): number =>
  chips.reduce((sum, chip) => sum + 2 ** CHIPS.indexOf(chip), 0);

/** Spearman's rank correlation of two orders of 0 … n − 1. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  const squares = a.reduce((sum, one, place) => sum + (place - b.indexOf(one)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
