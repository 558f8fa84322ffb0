import type { SectionAttendance } from '../../../../domain/api';
import { rateOf } from '../../../../domain/attendance/attendance';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { Sum, SumRow } from '../../../ui/sum';
import { over, percentText, sumOf } from './numbers';

/** How the batch was attended so far, biggest first. */
export function Sums({ sections, now }: { sections: SectionAttendance[]; now: number }) {
  const lessons = sections.flatMap(one => over(one, now));
  const all = sections.flatMap(one => one.lessons.filter(lesson => takesPlace(one.section, lesson)));
  return (
    <SumRow testId="sums">
      <Sum name="到课率" value={percentText(rateOf(lessons))} tone="open" />
      <Sum name="上了" value={lessons.length} of={`/ ${all.length} 次课`} />
      <Sum name="缺课" value={sumOf(lessons, 'absent')} of="人次" tone="absent" />
      <Sum name="请假" value={sumOf(lessons, 'leave')} of="人次" />
    </SumRow>
  );
}
