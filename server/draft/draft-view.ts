import type { DraftView } from '../../domain/api';
import type { Batch, BatchDraft, Section } from '../../domain/model';
import { clashLinks } from '../../domain/line/clash-links';
import { draftProblems } from '../../domain/draft/draft-problems';
import { draftHints } from '../../domain/draft/instructor-hints';
import { inRoomsOf } from '../../domain/draft/rooms-week';
import { isShowable, published, type ShowableDraft } from '../../domain/draft/publish';
import { newBatchCard, sectionCard } from '../batch/cards';
import { liveSections } from '../line/clash-links';
import { openInvites, roleHolders } from '../people/role-holders';
import { takenDuring } from './taken';

/** A draft as staff see it, with the problems that remain and exactly what workers will see. */
export async function viewOf(draft: BatchDraft, now: number): Promise<DraftView> {
  const { _id, lastKey: _last, boardKey: _key, createdAt: _created, updatedAt: _updated, acts: _acts, ...said } = draft;
  const taken = await takenDuring(draft, now);
  return {
    draftId: _id,
    ...said,
    problems: draftProblems(draft, now, taken),
    taken: inRoomsOf(draft, taken),
    hints: await hintsOf(draft, now),
    preview: isShowable(draft) ? await previewOf(draft, now) : null,
  };
}

async function hintsOf({ sections }: BatchDraft, now: number): Promise<string[]> {
  if (sections.length === 0) return [];
  const holders = await roleHolders();
  return draftHints(sections, holders, await openInvites(holders, now));
}

async function previewOf(draft: ShowableDraft, now: number): Promise<NonNullable<DraftView['preview']>> {
  const { batch, sections } = await toPublish(draft, now);
  return { batch: newBatchCard(batch), sections: sections.map(sectionCard) };
}

/** The documents that a draft becomes, and those of other batches whose clash ids it changes. */
export async function toPublish(
  draft: ShowableDraft,
  now: number,
): Promise<{ batch: Batch; sections: Section[]; others: ReturnType<typeof clashLinks> }> {
  const { batch, sections } = published(draft, now);
  const links = clashLinks([...(await liveSections(batch._id)), ...sections], batch._id);
  const clashIds = new Map(links.map(section => [section._id, section.clashIds]));
  return {
    batch,
    sections: sections.map(section => ({ ...section, clashIds: clashIds.get(section._id) ?? [] })),
    others: links.filter(section => section.batchId !== batch._id),
  };
}
