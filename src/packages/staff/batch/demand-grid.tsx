import { View } from '@tarojs/components';
import type { DemandGroups, DemandSum } from '../../../../domain/api';
import { unseatedOf } from '../../../../domain/line/demand';
import { told } from '../../../ui/a11y';

/** The number of shades. The palest means nobody. */
const SHADES = 4;

/**
 * Courses down, hours across: how many people have no seat. Darker means more. The sums at the edges are not shaded.
 */
export function DemandGrid({ groups: { courses, hours, cells } }: { groups: DemandGroups }) {
  const most = Math.max(1, ...cells.map(unseatedOf));
  return (
    <View className="heat num">
      <View className="sm t3">大字是没有座位的人，颜色越深人越多；小字是这期名额→下期建议</View>
      <View className="heat__scroll" {...told({ role: 'region', label: '按课程和时段', scrolls: true })}>
        <View className="heat__table">
          <View className="heat__row cap t3" {...told({ hidden: true })}>
            <View className="heat__name" />
            <View className="heat__cell heat__head">合计</View>
            {hours.map(({ when }) => (
              <View key={when} className="heat__cell heat__head">
                {when.split(' ').map(part => (
                  <View key={part}>{part}</View>
                ))}
              </View>
            ))}
          </View>
          {courses.map(sum => (
            <View key={sum.course} className="heat__row">
              <View className="heat__name">{sum.course}</View>
              <Cell sum={sum} of={`${sum.course}合计`} />
              {hours.map(({ when }) => {
                const cell = cells.find(one => one.course === sum.course && one.when === when);
                return cell ? (
                  <Cell
                    key={when}
                    sum={cell}
                    of={`${sum.course} ${when}`}
                    shade={Math.ceil((unseatedOf(cell) / most) * SHADES)}
                  />
                ) : (
                  <View key={when} className="heat__cell" />
                );
              })}
            </View>
          ))}
          <View className="heat__row heat__row--sums">
            <View className="heat__name t3">合计</View>
            <View className="heat__cell" />
            {hours.map(sum => (
              <Cell key={sum.when} sum={sum} of={`${sum.when}合计`} />
            ))}
          </View>
        </View>
      </View>
    </View>
  );
}

function Cell({ sum, of, shade = 0 }: { sum: DemandSum; of: string; shade?: number }) {
  const { capacity, wanted, suggestedCapacity } = sum;
  const unseated = unseatedOf(sum);
  const words = `${of}：${unseated} 人没有座位，想来 ${wanted} 人，名额 ${capacity}，下期建议 ${suggestedCapacity}`;
  return (
    <View
      className={`heat__cell heat__cell--${shade}`}
      data-testid="grid-cell"
      {...told({ role: 'img', label: words })}
    >
      <View className={unseated > 0 ? 'heat__unseated' : 'heat__unseated t3'}>{unseated}</View>
      <View className="cap">
        {capacity}→{suggestedCapacity}
      </View>
    </View>
  );
}
