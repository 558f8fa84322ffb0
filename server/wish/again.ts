import { createHash } from 'node:crypto';
import { refuse } from '../../domain/base/refuse';
import type { Section } from '../../domain/model';
import { categoryOf } from '../../domain/sheet/category';
import { slotOf } from '../../domain/wish/slot-of';
import type { Wish } from '../../domain/wish/wish';
import { plainTitle, TITLE } from '../../domain/wish/words';
import { addOnce } from '../base/add-once';
import type { Run } from '../base/door';
import { recentSection } from '../lesson/lesson-memory';
import { join } from './join';
import { forgetListed, listedWishes } from './listed';

/**
 * 下期给我留心: somebody who found a class full joins the wish for its course. It is made if there is none, under an id
 * that follows from the course, so that many at once make one. Normally it is known, and joining is one operation.
 */
export const again: Run<'wish.again'> = async ({ input: { sectionId }, memberId, now }) => {
  const section = await recentSection(sectionId, now);
  if (!section) return refuse('SECTION_NOT_FOUND');
  const plain = plainTitle(section.course);
  const known = (await listedWishes(now)).find(wish => wish.plain === plain)?._id;
  const wishId = known ?? (await made(section, plain, now));
  const slot = slotOf(section);
  return join(wishId, memberId, { when: slot ? [slot] : [], remind: true, keep: true }, now);
};

async function made({ course }: Section, plain: string, now: number): Promise<string> {
  const _id = `w-course-${createHash('sha256').update(plain).digest('hex').slice(0, 24)}`;
  const wish: Wish = {
    _id,
    // Staff wrote it, so it needs no check.
    title: [...course].slice(0, TITLE.most).join(''),
    plain,
    category: categoryOf(course),
    state: 'open',
    why: '',
    by: '',
    at: now,
    voices: [],
    voiceCount: 0,
    voicedAt: now,
    taken: [],
    revision: 1,
  };
  if (await addOnce('wishes', wish)) forgetListed();
  return _id;
}
