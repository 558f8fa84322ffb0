import { View } from '@tarojs/components';
import { isWide, lookOf } from '../../../ui/chart-look';
import { useAppearance } from '../../../ui/appearance/appearance';
import { Heading } from '../../../ui/heading';
import { Picture } from '../../../ui/picture';
import { coursesSvg, monthsSvg } from './chart';
import type { WholeSpan } from './known';

/** A district has dozens of courses. The others are in the workbook. */
const COURSES = 10;

/** The courses as bars, and the months as a curve. */
export function Charts({ whole: { said } }: { whole: WholeSpan }) {
  const { dark, large } = useAppearance();
  const { byCourse, byMonth } = said.numbers;
  const [width, size] = [isWide() ? 360 : 335, large ? 18 : 13];
  const look = (height: number) => lookOf(width, height, dark, size);
  const courses = byCourse.slice(0, COURSES);
  const high = courses.length * size * 2.4;
  const curve = large ? 240 : 190;
  if (courses.length === 0) return null;
  return (
    <>
      <View className="card pad figures__card" data-testid="by-course">
        <Heading level={3}>各门课</Heading>
        <View className="stack-2">
          <Picture
            svg={coursesSvg(courses, look(high))}
            ratio={high / width}
            label={`各门课的参训人次：${courses.map(one => `${one.name} ${one.visits}`).join('，')}`}
          />
        </View>
        {byCourse.length > COURSES && <View className="sm t3">另有 {byCourse.length - COURSES} 门，在表格里</View>}
      </View>
      {byMonth.length > 1 && (
        <View className="card pad figures__card" data-testid="by-month">
          <Heading level={3}>各月</Heading>
          <View className="stack-2">
            <Picture
              svg={monthsSvg(byMonth, look(curve))}
              ratio={curve / width}
              label={`各月的参训人次：${byMonth.map(one => `${Number(one.month.slice(5))}月 ${one.visits}`).join('，')}`}
            />
          </View>
        </View>
      )}
    </>
  );
}
