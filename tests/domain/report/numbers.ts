import { numbersOf, type Facts, type Numbers } from '../../../domain/report/numbers';
import { instantsOf, type Span } from '../../../domain/report/span';
import type { BatchSum, SectionSum } from '../../../domain/report/sum';

export const at = (day: string): number => Date.parse(`${day}T19:00+08:00`);
export const head = (name: string): string => name.padEnd(8, '0');

/** The sum of a class: by day, who came. */
export function sectionSum(days: Record<string, string[]>, change: Partial<SectionSum> = {}): SectionSum {
  const people = [...new Set(Object.values(days).flat())];
  return {
    course: '茶艺',
    name: '一班',
    organisation: '渝西茶艺培训学校',
    instructor: '李文秀',
    seats: 20,
    people: people.map(head).join(''),
    lessons: Object.entries(days).map(([day, came]) => ({
      startsAt: at(day),
      minutes: 90,
      came: came.map(one => people.indexOf(one)),
      present: came.length,
      absent: 1,
    })),
    employers: [],
    rolls: Object.keys(days).length,
    marks: 1,
    ...change,
  };
}

export const batchSum = (
  id: string,
  sections: Record<string, SectionSum>,
  change: Partial<BatchSum> = {},
): BatchSum => ({
  _id: id,
  lastLessonAt: at('2027-12-01'),
  at: at('2027-12-10'),
  revision: 1,
  sections,
  ...change,
});

export function numbers(
  sums: BatchSum[],
  change: Partial<Facts> = {},
  span: Span = { from: '2027-01-01', to: '2027-12-31' },
): Numbers {
  const instants = instantsOf(span);
  if ('refused' in instants) throw new Error('not a span');
  return numbersOf({
    span,
    instants,
    sums,
    batches: new Map(sums.map(({ _id }) => [_id, { title: _id, opensAt: at('2027-02-01') }])),
    wishes: { proposed: 0, answered: 0, taken: 0, opened: 0 },
    openLessons: 0,
    satisfaction: { all: null, ofSection: () => null, ofCourse: () => null, ofOrganisation: () => null },
    ...change,
  });
}
