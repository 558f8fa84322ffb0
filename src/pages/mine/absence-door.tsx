import { View } from '@tarojs/components';
import { dayText } from '../../../domain/base/clock';
import type { MyNoShow } from '../../../domain/api';
import { USUAL_POLICY } from '../../../domain/attendance/no-show';
import { go } from '../../app/way/go';
import { Door } from '../../ui/door';
import { counting } from '../../features/attendance/counting';

/** 近 90 天缺课 1 次. Shown only if there is an absence. */
export function AbsenceDoor({ noShows, now }: { noShows: MyNoShow[]; now: number }) {
  const last = noShows.reduce<MyNoShow | undefined>(
    (latest, one) => (latest && latest.startsAt > one.startsAt ? latest : one),
    undefined,
  );
  if (!last) return null;
  const count = counting(noShows, now).length;
  return (
    <View className="card absence-door">
      <Door
        label={count > 0 ? `近 ${USUAL_POLICY.days} 天缺课 ${count} 次` : '缺课都不算了'}
        text={`${dayText(last.startsAt)} ${last.title}，可以申诉`}
        onTap={go.absences}
        testId="door-absences"
      />
    </View>
  );
}
