import { DAY } from '../../domain/base/clock';
import { rollIdOf, type CodeKey } from '../../domain/roll/roll';
import type { Section } from '../../domain/model';
import { readCode, slotsTaken, timing } from '../../domain/lesson/check-in-code';
import { refuse, type Refused } from '../../domain/base/refuse';
import { rollOpensAt } from '../../domain/lesson/roll-times';
import { isGenuine, numberOf } from './code-signature';
import { _, find, readMany } from '../base/database';
import { inLine } from '../line/in-line';
import { takeNumberTry } from './take-number-try';
import { codeKeyOf, noteSection, recentSection, runs } from './lesson-memory';

/** The lesson whose code somebody has scanned or typed. */
export interface Shown {
  sectionId: string;
  lessonIndex: number;
  key: CodeKey;
}

/**
 * Finds the lesson by the scanned text. Checks its signature first, then whether the member who showed it still runs
 * the class, then its age.
 */
export async function byCode(
  text: string,
  now: number,
): Promise<Shown | Refused<'CODE_UNREADABLE' | 'CODE_OLD' | 'CODE_FROM_FUTURE'>> {
  const code = readCode(text);
  if (!code) return refuse('CODE_UNREADABLE');
  const { sectionId, lessonIndex, keyId, slot, mac } = code;
  const rollId = rollIdOf(sectionId, lessonIndex);
  const key = await codeKeyOf(rollId, keyId, now);
  if (!key || !isGenuine(mac, key.secret, rollId, slot)) return refuse('CODE_UNREADABLE');
  const section = await recentSection(sectionId, now);
  if (!section || !(await runs(key.by, section, lessonIndex, now))) return refuse('CODE_UNREADABLE');
  switch (timing(slot, now)) {
    case 'old':
      return refuse('CODE_OLD');
    case 'early':
      return refuse('CODE_FROM_FUTURE');
    case 'taken':
      return { sectionId, lessonIndex, key };
  }
}

/**
 * Finds the lesson by the four digits. Only lessons that are on now are searched, of classes in whose lines the person
 * stands.
 */
export async function byNumber(
  number: string,
  memberId: string,
  now: number,
): Promise<Shown | Refused<'NUMBER_WRONG' | 'NUMBER_TRIES_UP' | 'NO_LESSON_NOW'>> {
  const on = (await classesOf(memberId, now)).flatMap(section => lessonsOn(section, now));
  if (on.length === 0) return refuse('NO_LESSON_NOW');
  if (!(await takeNumberTry(memberId, now))) return refuse('NUMBER_TRIES_UP');
  const rolls = await readMany(
    'rolls',
    on.map(({ sectionId, lessonIndex }) => rollIdOf(sectionId, lessonIndex)),
  );
  for (const roll of rolls) {
    const key = Object.values(roll.codeKeys).find(({ secret }) =>
      slotsTaken(now).some(slot => numberOf(secret, roll._id, slot) === number),
    );
    const section = on.find(one => one.sectionId === roll.sectionId)?.section;
    if (!key || !section) continue;
    noteSection(section, now);
    if (await runs(key.by, section, roll.lessonIndex, now))
      return { sectionId: roll.sectionId, lessonIndex: roll.lessonIndex, key };
  }
  return refuse('NUMBER_WRONG');
}

/** The classes in whose lines the person stands and that have a lesson about now. One operation. */
const classesOf = (memberId: string, now: number): Promise<Section[]> =>
  find(
    'sections',
    _.and([{ lessons: _.elemMatch({ startsAt: _.gt(now - DAY), endsAt: _.lt(now + DAY) }) }, inLine(memberId)]),
  );

const lessonsOn = (section: Section, now: number): { section: Section; sectionId: string; lessonIndex: number }[] =>
  section.lessons.flatMap((lesson, lessonIndex) =>
    !lesson.cancelled && now >= rollOpensAt(lesson) && now < lesson.endsAt
      ? [{ section, sectionId: section._id, lessonIndex }]
      : [],
  );
