import type { Batch, BatchDraft, DraftSection, Intake, Section } from '../model';
import { laterAtOf } from '../line/admission';
import { deadlinesOf } from '../line/deadlines';
import { batchTerms, keptTerms } from './terms';

/** A draft that is complete enough to be shown as workers will see it. */
export type ShowableDraft = BatchDraft & { opensAt: number; closesAt: number; mode: NonNullable<Intake['mode']> };

export const isShowable = (draft: BatchDraft): draft is ShowableDraft =>
  draft.opensAt !== null &&
  draft.closesAt !== null &&
  draft.mode === 'first-come' &&
  draft.sections.length > 0 &&
  draft.sections.every(section => section.lessons.length > 0);

/** 7 → `0007`, because ids are compared as text and have to keep the order of the sheet. */
export const keyOf = (number: number): string => String(number).padStart(4, '0');

export const sectionIdOf = (draftId: string, key: string): string => `${draftId}-${key}`;

/**
 * The documents that a draft becomes, with empty lines. The preview and the publishing both use them. Two things depend
 * on other documents and are left open: clashes (`clash-links.ts`) and the revision, which must grow.
 */
export function published(draft: ShowableDraft, now: number): { batch: Batch; sections: Section[] } {
  const sections = draft.sections.map(section => sectionOf(draft, section, now));
  const starts = sections.flatMap(section => section.lessons.map(lesson => lesson.startsAt));
  const { lastKey, revision } = draft;
  const batch: Batch = {
    _id: draft._id,
    title: draft.title,
    union: draft.union,
    state: 'scheduled',
    ...batchTerms(draft),
    sectionCount: sections.length,
    capacity: sections.reduce((sum, section) => sum + section.capacity, 0),
    categories: [...new Set(sections.map(section => section.category))],
    firstLessonAt: Math.min(...starts),
    lastLessonAt: Math.max(...starts),
    publishedAt: now,
    ...audiencesOf(sections),
    terms: { ...keptTerms(draft), lastKey, revision },
  };
  return { batch, sections };
}

function audiencesOf(sections: readonly Section[]): Pick<Batch, 'audiences'> {
  const audiences = Object.fromEntries(sections.flatMap(({ _id, invited }) => (invited ? [[_id, invited]] : [])));
  return Object.keys(audiences).length > 0 ? { audiences } : {};
}

function sectionOf(draft: ShowableDraft, { key, hints: _hints, ...facts }: DraftSection, publishedAt: number): Section {
  const firstAt = facts.lessons[0]?.startsAt ?? draft.closesAt;
  return {
    _id: sectionIdOf(draft._id, key),
    batchId: draft._id,
    ...facts,
    ...intakeOf(draft, facts, firstAt),
    publishedAt,
    clashIds: [],
    revision: 1,
    line: [],
    lineCount: 0,
    reopensAt: 0,
  };
}

/** A second way of giving places does not compile until it has its case here. */
function intakeOf(
  draft: ShowableDraft,
  section: Pick<Section, 'kind'>,
  firstAt: number,
): Omit<Intake, 'publishedAt' | 'clashIds' | 'revision'> {
  const laterAt = laterAtOf(draft);
  switch (draft.mode) {
    case 'first-come':
      return {
        opensAt: draft.opensAt,
        closesAt: draft.closesAt,
        ...deadlinesOf(draft, section, firstAt),
        ...(draft.limit === null ? {} : { limit: draft.limit }),
        ...(laterAt === undefined ? {} : { laterAt }),
      };
  }
}
