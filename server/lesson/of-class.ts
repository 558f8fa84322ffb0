import { read } from '../base/database';
import { myRolls } from '../roll/my-rolls';
import type { Run } from '../base/door';
import { myLessons } from './my-lessons';
import { placeIn } from '../line/places-of';

/** My place in one class, however long ago, and my attendance in its lessons. Three operations. */
export const ofClass: Run<'lesson.ofClass'> = async ({ input: { sectionId }, memberId }) => {
  const section = await read('sections', sectionId);
  const batch = section && (await read('batches', section.batchId));
  if (!section || !batch) return { place: null, lessons: [] };
  const rolls = await myRolls([sectionId], memberId);
  return {
    place: placeIn(section, batch, memberId),
    lessons: myLessons(rolls, new Map([[sectionId, section]]), memberId),
  };
};
