import { lastOf } from '../../../domain/base/last-of';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import type { BatchCard } from '../../../domain/api';
import { secondText } from '../../../domain/base/clock';
import { useAppearance } from '../../ui/appearance/appearance';
import { sectionTitle } from '../../app/words';
import { isWide, lookOf } from '../../ui/chart-look';
import { chartSvg, curveOf } from './seats-curve';
import { Picture } from '../../ui/picture';
import type { LiveSection } from './live-sums';

/** How the seats were given. */
export function SeatsChart({ batch, sections, now }: { batch: BatchCard; sections: LiveSection[]; now: number }) {
  const { dark } = useAppearance();
  const curve = useMemo(
    () =>
      curveOf(
        sections.map(one => ({ name: sectionTitle(one), capacity: one.capacity, joinedAt: one.joinedAt })),
        batch.opensAt,
        now,
      ),
    [sections, batch.opensAt, now],
  );
  const [width, height] = isWide() ? [720, 216] : [335, 230];
  const last = lastOf(curve.points);
  return (
    <View className="card pad staff__card">
      <View className="split split--base staff__card-head">
        <View className="b">名额给出的过程</View>
        <View className="cap t3">按现在在座的人报上的时间</View>
      </View>
      {last ? (
        <Picture
          svg={chartSvg(curve, batch.capacity, lookOf(width, height, dark))}
          ratio={height / width}
          label={`到 ${secondText(last.at)}，给出 ${last.seats} 个名额，共 ${batch.capacity} 个`}
        />
      ) : (
        <View className="t3 staff__none">还没有人报名，开放后这里会画出名额给出的过程</View>
      )}
    </View>
  );
}
