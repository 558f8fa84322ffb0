import { addressOf } from '../../domain/line/entry';
import { seated } from '../../domain/line/line';
import { hasLink, mayMessage, messageLesson, MOST_MESSAGES } from '../../domain/lesson/message';
import { isOwn } from '../../domain/people/own';
import { isRefused, refuse, type Refused } from '../../domain/base/refuse';
import { said } from '../../domain/record/said';
import { kindWords } from '../../domain/batch/kind-words';
import { titleOf } from '../../domain/batch/title';
import { lectureMark } from '../../domain/lesson/lecture';
import { riskyOf } from '../base/check-text';
import { read } from '../base/database';
import type { Run } from '../base/door';
import { lessonIn, rollOf } from '../lesson/lesson-of';
import { act, doneBefore, outgoingOf, type Act } from '../record/act';
import { finishNow } from '../telling/tell-of-drop';
import { rollIn, writeRoll } from './change-roll';
import { publishedSection } from './own-section';

/**
 * Writes to the class. The roll of the lesson counts the messages, and the same transaction puts the message on the record
 * and into the outbox. Nobody's phone rings, because a consent to hear of changes is none to hear of this.
 */
export const message: Run<'roll.message'> = async ({ input, memberId: by, openid, now }) => {
  const { actId, sectionId, text } = input;
  const [section, member] = await Promise.all([publishedSection(sectionId), read('members', by)]);
  if (isRefused(section)) return section;
  const isStaff = member?.roles.includes('staff') ?? false;
  if (!member || !(isStaff || isOwn(member, section))) return refuse('SECTION_NOT_FOUND');
  const about: Act = { actId, content: { sectionId, text }, act: 'roll.message', by, now };
  const before = await doneBefore(about);
  if (before) return answer(actId, 0);
  if (hasLink(text)) return refuse('MESSAGE_HAS_LINK');
  if ((await riskyOf(openid, 'comment', { text })).length > 0) return refuse('TEXT_RISKY');

  const lessonIndex = messageLesson(section, now);
  const lesson = lessonIn(section, lessonIndex, await rollOf(sectionId, lessonIndex));
  if (isRefused(lesson)) return lesson;
  const done = await act<number, Refused<'MESSAGES_USED_UP' | 'NOBODY_SEATED'>>(about, async transaction => {
    const found = await rollIn(transaction, lesson);
    const may = mayMessage(section, found.before);
    if (may !== true) return may;
    const messagedAt = [...(found.before.messagedAt ?? []), now];
    await writeRoll(transaction, found, { ...found.before, messagedAt });
    const title = titleOf(section);
    const from = isStaff ? '工会' : (member.instructorName ?? member.organisation ?? '');
    return {
      result: MOST_MESSAGES - messagedAt.length,
      summary: said`${title}：通知${kindWords(section).all}（${kindWords(section).lesson(lessonIndex)}）“${text}”`,
      batchId: section.batchId,
      sectionId,
      tell: [
        {
          kind: 'MESSAGE',
          sectionId,
          batchId: section.batchId,
          title,
          ...lectureMark(section),
          to: seated(section).map(addressOf),
          text: `${from}：${text}`,
          push: null,
          lessonAt: lesson.lesson.startsAt,
        },
      ],
    };
  });
  if (isRefused(done)) return done;
  return answer(actId, 'result' in done ? done.result : 0);
};

/** Tells those who were not told yet. If this dies, the timer does it. */
async function answer(actId: string, left: number) {
  const [outgoing] = await outgoingOf(actId);
  if (outgoing && outgoing.doneAt === null) await finishNow(outgoing);
  return { told: new Set(outgoing?.to.map(one => one.memberId)).size, left };
}
