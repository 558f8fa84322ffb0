import { db, type CollectionName } from './database';
import { failureOf } from './failure';

/** Adds a document; returns false if one with its `_id` is there already. */
export async function addOnce(name: CollectionName, document: { _id: string }): Promise<boolean> {
  try {
    await db.collection(name).add({ data: document });
    return true;
  } catch (error) {
    if (failureOf(error) === 'DUPLICATE') return false;
    throw error;
  }
}
