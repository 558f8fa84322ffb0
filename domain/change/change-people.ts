import { kindWords } from '../batch/kind-words';
import type { Change } from './change';
import type { FirstComeSection, Hold, Section, Standing } from '../model';
import {
  holdersOf,
  moves,
  placeWords,
  promotedBy,
  reopening,
  telling,
  whoMoves,
  type ChangeView,
  type Effect,
} from './change-effect';
import { attendeeOf, isSameEntry, newEntry } from '../line/entry';
import { entryOf, indexOf, indexOfWait, isFull, isSeat, waitingIn, withLine } from '../line/line';
import { nextLessonAt } from '../lesson/held-lessons';
import { HOLD_TTL_MS, holdState } from '../line/hold';
import { isFrozen, placeOf } from '../line/place';
import { refuse, type Refused } from '../base/refuse';
import { named, said } from '../record/said';
import { seatLeft, seatsChanged, withChanges } from '../line/seats-then';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/**
 * Adds a person at the end of the line, under the same rules as everybody: there must be a place, no clash, and no more
 * places than the limit.
 */
export function addPerson(
  { now, section, member, standing, held }: ChangeView,
  { memberId }: Of<'addPerson'>,
): Effect | Refused<'PERSON_NOT_FOUND' | 'ALREADY_IN_LINE' | 'FULL_FOR_STAFF' | 'CLASH' | 'LIMIT_REACHED' | 'BUSY'> {
  if (!member) return refuse('PERSON_NOT_FOUND');
  if (entryOf(section.line, memberId)) return refuse('ALREADY_IN_LINE');
  if (isFull(section)) return refuse('FULL_FOR_STAFF');
  const states = (standing?.holds ?? []).map(hold => ({
    hold,
    state: holdState(hold, memberId, held.find(other => other._id === hold.sectionId)?.line, now),
  }));
  // A claim of this person is under way, and it decides first.
  if (states.some(({ state }) => state === 'IN_FLIGHT')) return refuse('BUSY', { retryAfterMs: HOLD_TTL_MS });
  const used = states.filter(({ state }) => state === 'USED').map(({ hold }) => hold);
  const other = held.find(
    line => section.clashIds.includes(line._id) && used.some(hold => hold.sectionId === line._id),
  );
  if (other) {
    return refuse('CLASH', { sectionId: other._id, state: placeOf(other, memberId)?.state ?? 'WAITING' });
  }
  const here = used.filter(hold => hold.batchId === section.batchId).length;
  if (section.limit !== undefined && here >= section.limit) return refuse('LIMIT_REACHED', { limit: section.limit });

  const entry = newEntry(memberId, now);
  const after = withLine(section satisfies FirstComeSection, [...section.line, entry]);
  const place = placeWords(after, section.line.length);
  return {
    summary: said`把${named(memberId, member)}加入队伍，${place}`,
    after: place,
    memberId,
    section: lineOf(after),
    standing: standingWith(standing, memberId, [
      ...used,
      { sectionId: section._id, batchId: section.batchId, at: now },
    ]),
    tell: telling(section, 'ADDED', holdersOf([entry]), {
      text: `工作人员把您加入了${kindWords(section).it}，${place}`,
      push: 'promoted',
      lessonAt: nextLessonAt(section.lessons, now),
    }),
    affected: [{ memberId, text: `不在队伍里 → ${place}` }],
    warnings: [],
  };
}

/** Moves a person within the waiting list. Nobody may move a seat. A number beyond the end means the end. */
export function movePerson(
  { section, member }: ChangeView,
  { memberId, number }: Of<'movePerson'>,
): Effect | Refused<'NOT_IN_LINE' | 'SEATED_STAY' | 'NOTHING_CHANGES'> {
  const from = indexOf(section, memberId);
  const entry = section.line[from];
  if (!entry) return refuse('NOT_IN_LINE');
  if (isSeat(section, from)) return refuse('SEATED_STAY');
  const to = Math.min(indexOfWait(section, number), section.line.length - 1);
  if (to === from) return refuse('NOTHING_CHANGES');
  const others = section.line.filter(one => one !== entry);
  const after = withLine(section, [...others.slice(0, to), entry, ...others.slice(to)]);
  const passed = moves(section, after)
    .map(one => one.entry)
    .filter(one => !isSameEntry(one, entry));
  const text = `${placeWords(section, from)}改为${placeWords(after, to)}`;
  const quietly = { push: null, lessonAt: null };
  return {
    summary: said`把${named(attendeeOf(entry), member)}从${text}`,
    before: placeWords(section, from),
    after: placeWords(after, to),
    memberId: attendeeOf(entry),
    section: lineOf(after),
    tell: [
      ...telling(section, 'MOVED', holdersOf([entry]), { ...quietly, text: `工作人员调整了候补次序，您从${text}` }),
      ...telling(section, 'MOVED', holdersOf(passed), {
        ...quietly,
        text: `工作人员调整了候补次序，您往${to < from ? '后' : '前'}移了 1 位`,
      }),
    ],
    affected: whoMoves(section, after),
    warnings: [],
  };
}

/**
 * Removes a person from the line. The line moves up, and those who do are told. If the line is frozen, nobody may move
 * up, so the seat is removed together with the person whenever somebody waits.
 */
export function removePerson(
  { now, batch, section, member, standing }: ChangeView,
  { memberId }: Of<'removePerson'>,
): Effect | Refused<'NOT_IN_LINE'> {
  const index = indexOf(section, memberId);
  const entry = section.line[index];
  if (!entry) return refuse('NOT_IN_LINE');
  const frozen = isFrozen(section, now);
  const shrinks = frozen && isSeat(section, index) && waitingIn(section) > 0;
  const capacity = section.capacity - (shrinks ? 1 : 0);
  const after = {
    ...withLine(
      section,
      section.line.filter(one => one !== entry),
    ),
    capacity,
  };
  const was = placeWords(section, index);
  const lessonAt = nextLessonAt(section.lessons, now);
  return {
    summary: said`把${named(attendeeOf(entry), member)}移出队伍，原为${was}`,
    before: was,
    after: shrinks ? `不在队伍里，名额减为 ${capacity}` : '不在队伍里',
    memberId: attendeeOf(entry),
    section: {
      ...lineOf(after),
      capacity,
      ...reopening(section, after, now),
      ...withChanges(section, [seatLeft(section, entry, now) ?? (shrinks ? seatsChanged(section, now) : undefined)]),
    },
    ...(shrinks ? { batch: { capacity: batch.capacity - 1 } } : {}),
    ...(standing
      ? {
          standing: standingWith(
            standing,
            memberId,
            standing.holds.filter(hold => hold.sectionId !== section._id || hold.at !== entry.at),
          ),
        }
      : {}),
    tell: [
      ...telling(section, 'REMOVED', holdersOf([entry]), {
        text: `工作人员把您移出了${kindWords(section).it}，原为${was}，有疑问请联系工会`,
        push: 'changed',
        lessonAt: null,
      }),
      ...telling(section, 'PROMOTED', promotedBy(section, after), { push: 'promoted', lessonAt }),
    ],
    affected: whoMoves(section, after),
    warnings: shrinks ? ['已过递补冻结时间，空出的座位不再递补，名额减 1'] : [],
  };
}

const lineOf = ({ line, lineCount }: Section): Pick<Section, 'line' | 'lineCount'> => ({ line, lineCount });

/**
 * The standing with these holds. The count of each batch follows from the holds. A batch that was settled stays
 * settled; one without a settlement counts as unsettled. Whether the person is a first-timer is to be settled anew.
 */
function standingWith(standing: Standing | null, memberId: string, holds: Hold[]): Standing {
  const batchIds = new Set([...Object.keys(standing?.batches ?? {}), ...holds.map(hold => hold.batchId)]);
  const batches = [...batchIds].map(batchId => {
    const settled = standing?.batches[batchId] ?? { settledAt: 0 };
    return [batchId, { ...settled, count: holds.filter(hold => hold.batchId === batchId).length }] as const;
  });
  return { ...standing, _id: memberId, holds, batches: Object.fromEntries(batches), first: [] };
}
