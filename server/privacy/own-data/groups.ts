import type { OwnGroup } from '../../../domain/api';
import type { Collection } from '../../../domain/base/collection';
import type { Told } from '../../../domain/base/own-fact';
import { titleOf } from '../../../domain/batch/title';
import { COLLECTIONS } from '../../../domain/collections';
import { about, PERSONAL } from '../about';
import type { CollectionName } from '../../base/database';
import { readMany } from '../../base/database';

/**
 * Everything that is kept about a person, by collection, in the order of the declaration. Collections without anything
 * are left out.
 * @param most rows of a collection, the newest; the export has all
 */
export async function ownGroups(memberId: string, most = Infinity): Promise<OwnGroup[]> {
  const found = await Promise.all(PERSONAL.map(async name => ({ name, documents: await about(name, memberId) })));
  const sectionIds = new Set(
    found.flatMap(({ documents }) =>
      documents.flatMap(one => [
        ...('sectionId' in one && one.sectionId ? [one.sectionId] : []),
        ...('holds' in one ? one.holds.map(hold => hold.sectionId) : []),
        ...('holds' in one ? Object.values(one.batches).flatMap(({ left = {} }) => Object.keys(left)) : []),
      ]),
    ),
  );
  const [sections, batches] = await Promise.all([
    readMany('sections', [...sectionIds]),
    readMany('batches', batchIdsOf(found)),
  ]);
  const classes = new Map(sections.map(section => [section._id, titleOf(section)]));
  const titles = new Map(batches.map(batch => [batch._id, batch.title]));
  const told: Told = {
    memberId,
    classOf: id => (id === undefined ? undefined : classes.get(id)),
    batchOf: id => (id === undefined ? undefined : titles.get(id)),
  };
  return found
    .filter(({ documents }) => documents.length > 0)
    .map(({ name, documents }) => {
      const { holds, rows: rowsOf } = COLLECTIONS[name] as Collection<object>;
      if (!holds) throw new Error(`${name} is about people and says nothing to them`);
      const rows = newestFirst(documents).flatMap(document => rowsOf(document, told));
      return {
        key: name,
        title: holds.title,
        kept: holds.kept,
        erased: holds.erased,
        documents: documents.length,
        rows: rows.slice(0, most),
        ...(rows.length > most ? { hidden: rows.length - most } : {}),
      };
    });
}

const batchIdsOf = (found: { name: CollectionName; documents: object[] }[]): string[] => [
  ...new Set(
    found.flatMap(({ documents }) =>
      documents.flatMap(one => [
        ...('batchId' in one && typeof one.batchId === 'string' ? [one.batchId] : []),
        ...('batches' in one ? Object.keys(one.batches as object) : []),
      ]),
    ),
  ),
];

/** Sorts by the instant that a kind of document is about. */
const newestFirst = <D extends object>(documents: readonly D[]): D[] =>
  [...documents].sort((a, b) => instantIn(b) - instantIn(a));

function instantIn(document: object): number {
  const { createdAt, startsAt, startedAt, opensAt, at } = document as Record<string, number | undefined>;
  return createdAt ?? startsAt ?? startedAt ?? at ?? opensAt ?? 0;
}
