import { DAY, HOUR, MINUTE, startOfWeek } from '../../domain/base/clock';
import { KEPT_MS } from '../../domain/privacy/privacy';
import type { Batch, BatchDraft, LineEntry, Section, SeatChange } from '../../domain/model';
import { CATEGORIES } from '../../domain/model';
import { emptyRoll, type Guest, type Mark, type Roll } from '../../domain/roll/roll';
import { anonymousId, anonymousRoll, anonymousSection, peopleOnRoll } from '../../domain/privacy/anonymous';
import { clashIdsOf } from '../../domain/line/clash';
import { foundBy } from '../../domain/roll/found-by';
import { closed } from '../../domain/attendance/no-show';
import { published, type ShowableDraft } from '../../domain/draft/publish';
import { Random } from '../../scripts/crowd/random';
import { idOfKind, instructorName, organisationName } from './people';

/** How large a union is. The full scale: 8 batches a year, 26 classes of 12 lessons and 20 seats each. */
export interface Scale {
  years: number;
  batchesAYear: number;
  classes: number;
  lessons: number;
  seats: number;
  waits: number;
  /** The people who come now and then. */
  people: number;
}
export const FULL: Omit<Scale, 'years'> = {
  batchesAYear: 8,
  classes: 26,
  lessons: 12,
  seats: 20,
  waits: 8,
  people: 2_400,
};

const WEEK = 7 * DAY;
/** Three classes per batch: two seats and a wait, like the keenest people. */
const EAGER = 3;

/** One batch as the product would have left it at `now`. */
export interface PastBatch {
  batch: Batch;
  sections: Section[];
  /** The rolls of lessons that are over, and of the next one if somebody asked for leave. */
  rolls: Roll[];
}

/**
 * The batches of a union's years, the oldest first. The last of them is open at `now`. Everything follows from the
 * scale and the seed. A batch whose people have lost their names by now (`KEPT_MS.classes`) comes without them.
 */
export function* batchesOf(scale: Scale, memberIds: readonly string[], now: number): Generator<PastBatch> {
  const count = Math.round(scale.years * scale.batchesAYear);
  const every = (365 * DAY) / scale.batchesAYear;
  let before: Section[] = [];
  for (let index = 0; index < count; index += 1) {
    const firstMonday = startOfWeek(now + 2 * WEEK - (count - 1 - index) * every);
    const made = batchOf(scale, index, firstMonday);
    const random = new Random(1_000 + index);
    // Two batches that run at the same time have the same hours. So nobody is in both, except the keen person, who is
    // in other classes.
    const half = memberIds.filter((_, person) => person % 2 === index % 2);
    fillLines(made.sections, half, random, scale, (index % 2) * EAGER);
    link(made.sections, before);
    before = made.sections;
    const rolls = made.sections.flatMap(section => rollsOf(section, random, now));
    yield made.batch.lastLessonAt < now - KEPT_MS.classes ? forgotten({ ...made, rolls }, now) : { ...made, rolls };
  }
}

function batchOf({ classes, lessons, seats, waits }: Scale, index: number, monday: number) {
  const draft: ShowableDraft = {
    _id: `y${String(index).padStart(3, '0')}`,
    title: `惠工课堂第${index + 1}期`,
    union: '永川区总工会',
    opensAt: monday - 2 * WEEK - 4 * HOUR,
    closesAt: monday + WEEK,
    limit: EAGER,
    mode: 'first-come',
    audience: { headStartMinutes: 10, noShow: { strikes: 3, days: 90 } },
    dropHours: 24,
    freezeHours: 2,
    holidays: [],
    lastKey: classes,
    revision: 1,
    createdAt: monday - 5 * WEEK,
    updatedAt: monday - 4 * WEEK,
    sections: Array.from({ length: classes }, (_, key) => ({
      key: String(key + 1).padStart(4, '0'),
      course: `第${key + 1}门课程`,
      category: CATEGORIES[key % CATEGORIES.length] ?? 'other',
      name: '一班',
      instructor: instructorName(key),
      organisation: organisationName(key),
      place: `职工服务中心培训楼${200 + key}教室`,
      schedule: `每周${'一二三四五六日'.charAt(key % 7)} ${hourOf(key)}:00-${hourOf(key) + 1}:30`,
      lessons: Array.from({ length: lessons }, (_, week) => {
        const startsAt = monday + week * WEEK + (key % 7) * DAY + hourOf(key) * HOUR;
        return { startsAt, endsAt: startsAt + 90 * MINUTE };
      }),
      audienceText: '全区工会会员',
      note: '请提前十分钟到教室，自带水杯',
      capacity: seats,
      waitlistLimit: waits,
    })),
  } satisfies BatchDraft;
  return published(draft, draft.updatedAt);
}

/** Classes are at four times of the day, so that no two classes of a batch clash in one week. */
const hourOf = (key: number): number => [9, 14, 17, 19][Math.floor(key / 7) % 4] ?? 9;

function fillLines(
  sections: Section[],
  memberIds: readonly string[],
  random: Random,
  { seats, waits }: Scale,
  firstOfEager: number,
): void {
  const places = new Map<string, number>();
  for (const [index, section] of sections.entries()) {
    const line: LineEntry[] = [];
    const inIt = new Set<string>();
    const join = (memberId: string) => {
      line.push({ memberId, at: section.opensAt + 200 + line.length * 40 });
      inIt.add(memberId);
      places.set(memberId, (places.get(memberId) ?? 0) + 1);
    };
    const eager = index - firstOfEager;
    if (eager >= 0 && eager < EAGER - 1) join(idOfKind('worker'));
    while (line.length < seats + waits - 1) {
      const memberId = random.pick(memberIds);
      if (!inIt.has(memberId) && (places.get(memberId) ?? 0) < EAGER) join(memberId);
    }
    join(eager === EAGER - 1 ? idOfKind('worker') : nextFree(memberIds, inIt, places, random));
    // In each class one person gave the seat up after the third lesson, and the first who waited has it.
    const third = section.lessons[2];
    const seatChanges: SeatChange[] = third
      ? [
          {
            at: third.endsAt,
            capacity: seats,
            left: { memberId: random.pick(memberIds), at: section.opensAt, index: 5 },
          },
        ]
      : [];
    Object.assign(section, { line, lineCount: line.length, revision: 30, seatChanges });
  }
}

function nextFree(
  memberIds: readonly string[],
  inIt: ReadonlySet<string>,
  places: ReadonlyMap<string, number>,
  random: Random,
): string {
  for (;;) {
    const memberId = random.pick(memberIds);
    if (!inIt.has(memberId) && (places.get(memberId) ?? 0) < EAGER) return memberId;
  }
}

/** Clashes with the batch before, some weeks of which run at the same time. */
function link(sections: Section[], before: Section[]): void {
  const ids = clashIdsOf([...before.slice(-sections.length), ...sections]);
  for (const section of [...before, ...sections])
    section.clashIds = [...new Set([...section.clashIds, ...(ids.get(section._id) ?? [])])];
}

/**
 * Most people check in, and some are marked by hand. One is on leave and has lent the seat. Now and then one appeals
 * an absence.
 */
function rollsOf(section: Section, random: Random, now: number): Roll[] {
  return section.lessons.flatMap((lesson, lessonIndex) => {
    if (lesson.endsAt >= now) return [];
    const empty = emptyRoll(section, lessonIndex, lesson);
    const [away, ...present] = section.line.slice(0, section.capacity).map(entry => entry.memberId);
    const waiting = section.line[section.capacity]?.memberId;
    const marks = present.flatMap((memberId, seat): Mark[] => {
      if (random.int(12) === 0) return [];
      const own = random.int(10) < 7;
      const at = lesson.startsAt - 10 * MINUTE + seat * 5_000;
      return [
        {
          nonce: own ? `self-${memberId}` : `${section._id}-${lessonIndex}-${seat}`,
          memberId,
          state: own ? 'present' : random.int(9) === 0 ? 'absent' : 'present',
          source: own ? 'self' : 'instructor',
          at,
          receivedAt: at + 300,
          by: own ? memberId : idOfKind('instructor'),
          device: own ? 'self' : 'phone-of-the-instructor',
          seen: 0,
        },
      ];
    });
    const guests: Guest[] =
      away && waiting && random.int(3) === 0
        ? [{ memberId: waiting, at: lesson.startsAt - DAY, as: 'lent', seatOf: away }]
        : [];
    const roll: Roll = {
      ...empty,
      marks,
      markCount: marks.length,
      leaves: away ? [{ memberId: away, at: lesson.startsAt - 2 * DAY, reason: '单位临时加班' }] : [],
      guests,
      codeKeys: { abcdefgh: { by: idOfKind('instructor'), secret: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2Vj' } },
    };
    if (now < lesson.endsAt + 7 * DAY) return [withFoundBy(roll)];
    const done = closed(section, roll, lesson, () => undefined, lesson.endsAt + DAY);
    const missed = done.noShows[0];
    const answer = { at: lesson.endsAt + 3 * DAY, forgiven: false, text: '当天没有请假' };
    const appeals =
      missed && random.int(4) === 0
        ? [
            {
              memberId: missed,
              at: lesson.endsAt + 2 * DAY,
              text: '那天孩子发烧，来不及请假',
              answer: isLately(lesson.endsAt, now) ? null : answer,
            },
          ]
        : [];
    return [withFoundBy({ ...done, appeals })];
  });
}

const withFoundBy = (roll: Roll): Roll => ({ ...roll, ...foundBy(roll) });

const isLately = (endsAt: number, now: number): boolean => endsAt > now - 14 * DAY;

/** The batch as `server/privacy/retire` leaves it after three years. */
function forgotten({ batch, sections, rolls }: PastBatch, now: number): PastBatch {
  const anonymousAt = Math.min(now, batch.lastLessonAt + KEPT_MS.classes);
  return {
    batch: { ...batch, anonymousAt },
    sections: sections.map(section => ({
      ...section,
      ...anonymousSection(section, renamedIn(section._id, peopleIn(section))),
      anonymousAt,
    })),
    rolls: rolls.map(roll => withFoundBy(anonymousRoll(roll, renamedIn(roll.sectionId, peopleOnRoll(roll))))),
  };
}

const peopleIn = (section: Section): string[] => [
  ...section.line.map(entry => entry.memberId),
  ...(section.seatChanges ?? []).flatMap(({ left }) => left?.memberId ?? []),
];

/**
 * The name is the same within a class and different in the next, as after an erasure. It is easier to guess, which
 * does no harm because it is nobody's.
 */
const renamedIn = (sectionId: string, people: Iterable<string>): Map<string, string> =>
  new Map(
    [...people].map(id => [
      id,
      anonymousId(`${sectionId.replace(/\D/g, '')}${id.slice(1)}`.slice(0, 24).padEnd(24, '0')),
    ]),
  );
