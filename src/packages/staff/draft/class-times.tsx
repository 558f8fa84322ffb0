import { View } from '@tarojs/components';
import { dateText } from '../../../../domain/base/clock';
import { isLecture, takesAnybody } from '../../../../domain/lesson/lecture';
import type { OfferedSection } from '../../../../domain/model';
import { timesOf } from '../../../app/words';

type Class = Pick<OfferedSection, 'kind' | 'walkInFrom' | 'schedule' | 'lessons'>;

/** When a class of a draft is held, and that it was read as a lecture if it was. */
export const ClassTimes = ({ section }: { section: Class }) => (
  <>
    {timesOf(section)}
    <View className="sm t3">{below(section)}</View>
  </>
);

function below(section: Class): string {
  const [first] = section.lessons;
  if (!first) return '还没有上课日期';
  if (isLecture(section)) return takesAnybody(section) ? '讲座，不报名也能来' : '讲座';
  return `${dateText(first.startsAt)} 起，共 ${section.lessons.length} 次`;
}
