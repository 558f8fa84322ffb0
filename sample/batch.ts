import { DAY } from '../domain/clock';
import type { Audience, Batch, Section } from '../domain/model';
import type { SectionDraft } from '../domain/sheet/draft';
import { parseSchedule } from '../domain/sheet/schedule';

/** A section as the sample tells it; instants and ids are made from it. */
export interface SectionPlan extends Omit<SectionDraft, 'lessons'> {
  /** `2027-03-09` */
  firstDay: string;
  lessonCount: number;
}

export interface BatchPlan {
  id: string;
  title: string;
  opensAt: number;
  closesAt: number;
  limit: number;
  audience: Audience;
  /** A seat can be given back until a day before this lesson, counted from 0. */
  dropBeforeLesson: number;
  sections: SectionPlan[];
}

/** `2027 春季第一期`, by the day of the first lesson. */
export function titleOf(firstDay: string, number: string): string {
  const month = Number(firstDay.slice(5, 7));
  const season = month < 6 ? '春' : month < 9 ? '夏' : '秋';
  return `${firstDay.slice(0, 4)} ${season}季第${number}期`;
}

export const UNION = '重庆市永川区总工会';

/** The documents of a batch with empty lines. Clashes are judged across batches, so they come later. */
export function makeBatch(plan: BatchPlan): { batch: Batch; sections: Section[] } {
  const sections = plan.sections.map((section, index) => makeSection(plan, section, index));
  const starts = sections.flatMap(section => section.lessons.map(lesson => lesson.startsAt));
  return {
    batch: {
      _id: plan.id,
      title: plan.title,
      union: UNION,
      state: 'scheduled',
      opensAt: plan.opensAt,
      closesAt: plan.closesAt,
      limit: plan.limit,
      audience: plan.audience,
      sectionCount: sections.length,
      capacity: sections.reduce((sum, section) => sum + section.capacity, 0),
      categories: [...new Set(sections.map(section => section.category))],
      firstLessonAt: Math.min(...starts),
      lastLessonAt: Math.max(...starts),
    },
    sections,
  };
}

function makeSection(plan: BatchPlan, section: SectionPlan, index: number): Section {
  const { lessons } = parseSchedule(section.schedule, {
    now: plan.opensAt,
    holidays: [],
    firstDay: section.firstDay,
    count: section.lessonCount,
  });
  const dropLesson = lessons[plan.dropBeforeLesson];
  if (!dropLesson) throw new Error(`${section.course}${section.name}: no lessons from ${section.schedule}`);
  const { firstDay: _firstDay, lessonCount: _count, ...facts } = section;
  return {
    // Numbered as in the sheet, so that the order of ids is the order people know.
    _id: `${plan.id}-${String(index + 1).padStart(2, '0')}`,
    batchId: plan.id,
    ...facts,
    lessons,
    opensAt: plan.opensAt,
    closesAt: plan.closesAt,
    dropUntil: dropLesson.startsAt - DAY,
    limit: plan.limit,
    clashIds: [],
    revision: 1,
    line: [],
    lineCount: 0,
    reopensAt: 0,
  };
}
