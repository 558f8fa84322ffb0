import type { CertificateTerms } from '../domain/certificate/terms';
import { DAY, HOUR } from '../domain/base/clock';
import type { Audience, Batch, OfferedSection, Section } from '../domain/model';
import { keyOf, published, type ShowableDraft } from '../domain/draft/publish';
import { withTopics } from '../domain/lesson/topics';
import { isLecture } from '../domain/lesson/lecture';
import { parseSchedule } from '../domain/sheet/schedule';

/** A section as the sample writes it; instants and ids are made from it. */
export interface SectionPlan extends Omit<OfferedSection, 'lessons'> {
  /** `2027-03-09` */
  firstDay: string;
  lessonCount: number;
  /** A line a lesson; absent = no topics. */
  topics?: string;
}

export interface BatchPlan {
  id: string;
  title: string;
  opensAt: number;
  closesAt: number;
  limit: number;
  certificate?: CertificateTerms;
  audience: Audience;
  /** The deadlines are counted from this lesson (from 0), so that a seat can be given back while lessons are under way. */
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

const DROP_HOURS = 24;
const FREEZE_HOURS = 2;

/**
 * The documents of a batch with empty lines, published a week before it opens. Clashes are judged across batches, so
 * they are added later.
 */
export function makeBatch(plan: BatchPlan): { batch: Batch; sections: Section[] } {
  const { batch, sections } = published(draftOf(plan), plan.opensAt - 7 * DAY);
  return { batch, sections: sections.map(section => ({ ...section, ...deadlines(section, plan.dropBeforeLesson) })) };
}

function deadlines(section: Section, lesson: number): Partial<Pick<Section, 'dropUntil' | 'freezeAt'>> {
  // A lecture has its own.
  if (isLecture(section)) return {};
  const { lessons } = section;
  // A short class has its last lesson there.
  const { startsAt } = lessons[Math.min(lesson, lessons.length - 1)]!;
  return { dropUntil: startsAt - DROP_HOURS * HOUR, freezeAt: startsAt - FREEZE_HOURS * HOUR };
}

const draftOf = ({
  id,
  title,
  opensAt,
  closesAt,
  limit,
  certificate,
  audience,
  sections,
}: BatchPlan): ShowableDraft => ({
  _id: id,
  title,
  union: UNION,
  opensAt,
  closesAt,
  limit,
  ...(certificate ? { certificate } : {}),
  mode: 'first-come',
  audience,
  dropHours: DROP_HOURS,
  freezeHours: FREEZE_HOURS,
  holidays: [],
  // Numbered as in the sheet, so that the ids are in the order that people know.
  sections: sections.map((section, index) => ({ key: keyOf(index + 1), ...sectionOf(section, opensAt) })),
  lastKey: sections.length,
  revision: 1,
  createdAt: opensAt - 8 * DAY,
  updatedAt: opensAt - 7 * DAY,
});

function sectionOf({ firstDay, lessonCount, topics = '', ...facts }: SectionPlan, now: number): OfferedSection {
  const { lessons } = parseSchedule(facts.schedule, { now, holidays: [], firstDay, count: lessonCount });
  if (lessons.length === 0) throw new Error(`${facts.course}${facts.name}: no lessons from ${facts.schedule}`);
  const taught = withTopics(lessons, topics);
  if ('why' in taught) throw new Error(`${facts.course}${facts.name}: ${taught.why}`);
  return { ...facts, lessons: taught.lessons };
}
