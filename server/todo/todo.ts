import { DAY } from '../../domain/base/clock';
import { CLOSES_ITSELF_AFTER_MS } from '../../domain/attendance/to-confirm';
import { missingInstructors } from '../../domain/draft/instructor-hints';
import { isTroubleOver } from '../../domain/telling/push-trouble';
import { firstOf } from '../../domain/todo/todo';
import { staleFrom } from '../../domain/lesson/group-code';
import { clashesOf } from '../../domain/week/clashes';
import { ANSWER_WITHIN_MS } from '../../domain/wish/due';
import { _, find, findEvery, findOnly } from '../base/database';
import type { Run } from '../base/door';
import { waitingAppeals } from '../attendance/appeals';
import { recentBatches } from '../batch/recent-batches';
import { openInvites, roleHolders } from '../people/role-holders';
import { CLASS_FIELDS, ofDraft, ofSection } from '../week/classes-in-use';
import { lessonsToConfirm } from './lessons-to-confirm';
import { longLines } from './long-lines';

/** The most of each kind in one answer. Once the first are done, the next ones are shown. */
const MOST = 20;
/** No lesson is longer than this, so one that ended within the week began within a day more. */
const LONGEST_LESSON_MS = DAY;

/** 待办. Some thirteen operations, however many batches there were, and one more for each further 1,000 classes. */
export const todo: Run<'staff.todo'> = async ({ now }) => {
  const since = now - CLOSES_ITSELF_AFTER_MS - LONGEST_LESSON_MS;
  const [batches, found, drafts, holders, rolls, troubles, wishes, stale] = await Promise.all([
    recentBatches(now),
    findEvery('sections', { 'lessons.startsAt': _.gt(since) }, [
      ...CLASS_FIELDS,
      'organisation',
      'capacity',
      'waitlistLimit',
      'lineCount',
    ]),
    findOnly('drafts', {}, ['title', 'formerTitle', 'sections', 'updatedAt'], {
      orderBy: ['updatedAt', 'desc'],
      limit: MOST,
    }),
    roleHolders(),
    waitingAppeals(),
    find('troubles', {}),
    findOnly(
      'wishes',
      _.or([{ state: 'held' }, { state: 'open', answer: _.exists(false), at: _.lte(now - ANSWER_WITHIN_MS) }]),
      ['state'],
    ),
    findOnly('groupCodes', { at: _.lte(staleFrom(now)) }, ['at'], { orderBy: ['at', 'asc'] }),
  ]);
  // The classes of a batch that was withdrawn still exist, but nobody shall find them.
  const sections = found.filter(section => batches.has(section.batchId));
  const ahead = sections.filter(
    one => one.cancelledAt === undefined && one.lessons.some(lesson => lesson.startsAt > now),
  );
  const inUse = [
    ...ahead.map(section => ofSection(section, batches.get(section.batchId)?.title ?? '')),
    ...drafts.flatMap(ofDraft),
  ];
  const appeals = rolls.flatMap(roll => roll.appeals.filter(one => one.answer === null));
  const [lessons, invites] = await Promise.all([lessonsToConfirm(sections, now), openInvites(holders, now)]);
  return {
    appeals: { count: appeals.length, oldestAt: appeals.length > 0 ? Math.min(...appeals.map(one => one.at)) : null },
    lessons,
    troubles: troubles.filter(trouble => !isTroubleOver(trouble, now)),
    missing: firstOf(missingInstructors(ahead, holders, invites), MOST),
    // A draft says itself if two of its own classes clash.
    clashes: firstOf(
      clashesOf(inUse, now).filter(({ one, other }) => one.batchId !== other.batchId || one.sectionId !== undefined),
      MOST,
    ),
    wishes: {
      held: wishes.filter(wish => wish.state === 'held').length,
      overdue: wishes.filter(wish => wish.state === 'open').length,
    },
    lines: firstOf(longLines(ahead, now), MOST),
    groupCodes: firstOf(
      stale.flatMap(({ _id: sectionId, at }) => {
        const section = ahead.find(one => one._id === sectionId);
        return section ? [{ sectionId, at, course: section.course, name: section.name, batchId: section.batchId }] : [];
      }),
      MOST,
    ),
    drafts: firstOf(
      drafts.map(({ _id: draftId, title, formerTitle, updatedAt }) => ({
        draftId,
        title,
        updatedAt,
        ...(formerTitle === undefined ? {} : { formerTitle }),
      })),
      MOST,
    ),
  };
};
