import type { LineSize, Offering } from '../model';

/** A lecture (讲座, 沙龙): a class of exactly one lesson, for hundreds. Who cannot come drops, so it has no leave. */

export const isLecture = ({ kind }: Pick<Offering, 'kind'>): boolean => kind === 'lecture';

/** The kind, where only a part of a class is shown. */
export const kindOf = (section: Pick<Offering, 'kind'>): Pick<Offering, 'kind'> =>
  isLecture(section) ? { kind: 'lecture' } : {};

/** The mark on a notice of a lecture, so that its words are those of a lecture. */
export const lectureMark = (section: Pick<Offering, 'kind'>): { lecture?: true } =>
  isLecture(section) ? { lecture: true } : {};

/** 不报名也能来. */
export const takesAnybody = ({ walkInFrom }: Pick<Offering, 'walkInFrom'>): boolean => walkInFrom !== undefined;

/** People who wait would be passed by people who come without sign-up. */
export const NO_LINE = '不报名也能来的讲座不设候补';

/** The reasons for which a lecture cannot be published, in sentences; none for a class. */
export function lectureProblems(section: Pick<Offering, 'kind' | 'walkInFrom' | 'lessons'> & LineSize): string[] {
  const { lessons, waitlistLimit } = section;
  return [
    ...(isLecture(section) && lessons.length > 1 ? [`讲座只有一次，现在有 ${lessons.length} 次，请一次写一行`] : []),
    ...(takesAnybody(section) && waitlistLimit > 0 ? [`${NO_LINE}，请把候补名额改成 0`] : []),
  ];
}
