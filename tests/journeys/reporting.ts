import type { Output } from '../../domain/api';
import { dayKey } from '../../domain/base/clock';
import type { Batch, Lesson, Section } from '../../domain/model';
import type { BatchSum } from '../../domain/report/sum';
import { emptyRoll, type Mark, type MarkState, type Roll } from '../../domain/roll/roll';
import { good } from './classroom';
import { startScene, type Person, type Scene } from './scene';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export type Whole = Extract<Output<'report.span'>, { missing: [] }>;

export interface Reporting extends Scene {
  staff: Person;
  span: { from: string; to: string };
  /** Asks until nothing is missing. */
  numbers(): Promise<Whole>;
  /** How many calls that took the last time. */
  asked(): number;
  sums(): BatchSum[];
}

/**
 * The people who came to each lesson: of a class, a list of people (by the index of the worker) for each lesson that
 * was closed.
 */
export type Came = number[][];

/**
 * A union that has had two batches, with their classes and what came to each. The first batch has `tea` and `dance`,
 * the second one `choir`. A class has one lesson more than was closed if `open` says so.
 */
export async function startReporting(
  came: Record<'tea' | 'dance' | 'choir', Came>,
  { open = [] as string[], instances = 1 } = {},
): Promise<Reporting> {
  const start = Date.now();
  const lessonsOf = (id: string, weeksAgo: number): Lesson[] =>
    Array.from({ length: came[id as 'tea'].length + (open.includes(id) ? 1 : 0) }, (_, index) => {
      const startsAt = start - weeksAgo * 7 * DAY + index * 7 * DAY;
      return { startsAt, endsAt: startsAt + 90 * 60_000 };
    });
  const [tea, dance, choir] = [lessonsOf('tea', 20), lessonsOf('dance', 20), lessonsOf('choir', 8)];
  const scene = await startScene({
    sections: {
      tea: { lessons: tea, capacity: 20 },
      dance: { lessons: dance, capacity: 20, course: '舞蹈', organisation: '永川区文化馆', instructor: '苏婷' },
    },
    batch: { ...hours(start - 22 * 7 * DAY), ...span(tea) },
    workers: 20,
    emulator: { instances: { min: 0, max: instances } },
  });
  const first = scene.section('tea');
  const [batch] = scene.emulator.database.read<Batch>('batches') as [Batch];
  await scene.set('batches', { ...batch, _id: 'b2', title: '第二期', ...hours(start - 10 * 7 * DAY), ...span(choir) });
  const second: Section = {
    ...first,
    ...hours(start - 10 * 7 * DAY),
    _id: 'choir',
    batchId: 'b2',
    course: '合唱',
    name: '一班',
    lessons: choir,
    instructor: '陈静',
  };
  await scene.set('sections', second);
  for (const [id, lessons] of Object.entries({ tea, dance, choir }))
    for (const [index, people] of came[id as 'tea'].entries())
      await scene.set(
        'rolls',
        rollOf(
          scene.section(id),
          index,
          lessons[index]!,
          people.map(one => scene.worker(one).memberId),
        ),
      );

  const staff = await scene.holder('staff', '王敏');
  const days = { from: dayKey(start - 300 * DAY), to: dayKey(start + 30 * DAY) };
  let asked = 0;
  return {
    ...scene,
    staff,
    span: days,
    asked: () => asked,
    sums: () => scene.emulator.database.read<BatchSum>('sums'),
    numbers: async () => {
      for (asked = 1; asked < 20; asked += 1) {
        const answer = await good(staff.call('report.span', days));
        if (answer.numbers) return answer as Whole;
      }
      throw new Error('The sums do not come to an end');
    },
  };
}

const hours = (opensAt: number) => ({ opensAt, closesAt: opensAt + 5 * DAY, dropUntil: opensAt + 6 * DAY });
const span = (lessons: Lesson[]) => ({
  firstLessonAt: lessons[0]?.startsAt ?? 0,
  lastLessonAt: lessons[lessons.length - 1]?.startsAt ?? 0,
});

/** A closed roll on which these people came and nobody else was expected. */
export function rollOf(
  section: Section,
  index: number,
  lesson: Lesson,
  people: string[],
  state: MarkState = 'present',
): Roll {
  const marks = people.map((memberId, seat): Mark => ({
    nonce: `mark-${seat}-${index}`,
    memberId,
    state,
    source: 'instructor',
    at: lesson.startsAt,
    receivedAt: lesson.startsAt,
    by: 'teacher',
    device: 'phone',
    seen: 0,
  }));
  return {
    ...emptyRoll(section, index, lesson),
    marks,
    markCount: marks.length,
    closedAt: lesson.endsAt + DAY,
    expected: people,
    people,
    appealOpen: false,
  };
}
