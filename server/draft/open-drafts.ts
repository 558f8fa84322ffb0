import { findOnly } from '../base/database';

const MOST = 20;

/** Drafts that can take a class in, the last changed first. */
export const openDrafts = async (): Promise<{ draftId: string; title: string; revision: number }[]> => {
  const drafts = await findOnly('drafts', {}, ['title', 'revision'], { orderBy: ['updatedAt', 'desc'], limit: MOST });
  return drafts.map(({ _id, title, revision }) => ({ draftId: _id, title, revision }));
};
