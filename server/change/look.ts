import type { Section, Standing } from '../../domain/model';
import type { ChangeView, Neighbour } from '../../domain/change/change-effect';
import type { SectionChange } from '../../domain/change/decide-change';
import { attendeeOf } from '../../domain/line/entry';
import { entryOf } from '../../domain/line/line';
import { refuse, type Refused } from '../../domain/base/refuse';
import { rollIdOf } from '../../domain/roll/roll';
import { _, find, findEvery, type CollectionName, type Collections } from '../base/database';

/** The source of documents: the database as it is, or a transaction's view of it. */
export type Get = <N extends CollectionName>(name: N, id: string) => Promise<Collections[N] | null>;

/** Reads everything that is needed to decide about a change of a class. */
export async function look(get: Get, change: SectionChange): Promise<ChangeView | Refused<'SECTION_NOT_FOUND'>> {
  const section = await get('sections', change.sectionId);
  const batch = section && (await get('batches', section.batchId));
  if (!section || !batch) return refuse('SECTION_NOT_FOUND');
  const about = {
    batch,
    section,
    neighbours: [],
    member: null,
    standing: null,
    held: [],
    instructors: [],
    isCalled: false,
  };
  switch (change.kind) {
    case 'capacity':
    case 'waitlist':
      return { ...about, now: Date.now() };
    case 'addPerson':
    case 'movePerson':
    case 'removePerson': {
      const standing = await get('standings', change.memberId);
      const held = change.kind === 'addPerson' ? await heldBy(get, standing, section) : [];
      const entry = entryOf(section.line, change.memberId);
      const member = await get('members', entry ? attendeeOf(entry) : change.memberId);
      return { ...about, member, standing, held, now: Date.now() };
    }
    case 'substitute': {
      const [neighbours, instructors] = await Promise.all([
        neighboursOf(section),
        find('members', { roles: 'instructor' }),
      ]);
      return { ...about, neighbours, instructors, now: Date.now() };
    }
    case 'moveLesson': {
      const roll = await get('rolls', rollIdOf(section._id, change.lessonIndex));
      const isCalled = roll !== null && (roll.markCount > 0 || Boolean(roll.heads));
      return { ...about, isCalled, neighbours: await neighboursOf(section), now: Date.now() };
    }
    default:
      return { ...about, neighbours: await neighboursOf(section), now: Date.now() };
  }
}

/** The classes in which a person holds places. */
async function heldBy(get: Get, standing: Standing | null, section: Section): Promise<Section[]> {
  const held: Section[] = [];
  for (const { sectionId } of standing?.holds ?? []) {
    const other = sectionId === section._id ? section : await get('sections', sectionId);
    if (other) held.push(other);
  }
  return held;
}

const NEIGHBOUR_FIELDS = [
  '_id',
  'batchId',
  'course',
  'name',
  'instructor',
  'place',
  'lessons',
  'line',
  'cancelledAt',
] as const;

/** The other classes of live batches. They are read as they are, not as a transaction sees them. */
async function neighboursOf({ _id }: Pick<Section, '_id'>): Promise<Neighbour[]> {
  const live = await find('batches', { state: 'scheduled' });
  return findEvery('sections', { batchId: _.in(live.map(batch => batch._id)), _id: _.neq(_id) }, NEIGHBOUR_FIELDS);
}
