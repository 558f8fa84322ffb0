import { Text, View } from '@tarojs/components';
import type { BatchCard } from '../../../../domain/api';
import { MINUTE, secondText } from '../../../../domain/base/clock';
import { phaseOf } from '../../../../domain/batch/phase';
import { batchState } from '../../../features/batch/batch-words';
import { Cast } from '../../../ui/cast';
import { Countdown } from '../../../ui/countdown';
import { Meter } from '../../../ui/meter';
import { sectionTitle, spanText } from '../../../app/words';
import './on-the-wall.scss';
import type { LiveSection } from '../../../features/line/live-sums';

interface WallProps {
  batch: BatchCard;
  sections: LiveSection[];
  now: number;
  onClose: () => void;
}

/**
 * The size depends on the number of classes: few are drawn large, many in three columns. Even 75 are visible without
 * scrolling.
 */
function sizeOf(count: number): string {
  if (count <= 8) return 'onwall__bars--few';
  if (count <= 14) return '';
  return count <= 27 ? 'onwall__bars--many' : 'onwall__bars--most';
}

/** 报名现场 for a room: the countdown, then how the seats are taken. There is nothing to press, and nobody's name. */
export function OnTheWall({ batch, sections, now, onClose }: WallProps) {
  const seated = sections.reduce((sum, one) => sum + one.seated, 0);
  const waiting = sections.reduce((sum, one) => sum + one.waiting, 0);
  const full = sections.filter(one => one.seatsLeft === 0).length;
  const upcoming = phaseOf(batch, now) === 'upcoming';
  return (
    <Cast label="报名现场投屏" className="onwall" onClose={onClose}>
      <View className="onwall__head">
        <View className="onwall__title">{batch.title}</View>
        <View className="onwall__state">{batchState(batch, now).word}</View>
        <View className="onwall__clock num">{secondText(now)}</View>
      </View>
      {upcoming ? (
        <View className="onwall__count" data-testid="wall-countdown">
          <View className="onwall__word">离开放还有</View>
          <Countdown leftMs={batch.opensAt - now} />
          <View className="onwall__word num">
            {batch.sectionCount} 个班，{batch.capacity} 个名额
          </View>
        </View>
      ) : (
        <View className="onwall__sums num" data-testid="wall-sums">
          <Big name="已入座" value={seated} of={`/ ${batch.capacity}`} tone="open" />
          <Big name="候补中" value={waiting} of="人" tone="waiting" />
          <Big name="满员的班" value={full} of={`/ ${sections.length}`} />
          <Big name="开放了" value={sinceText(Math.min(now, batch.closesAt) - batch.opensAt)} />
        </View>
      )}
      <View className={`onwall__bars ${sizeOf(sections.length)}`}>
        {sections.map(one => (
          <View key={one.sectionId} className="onwall__bar" data-testid="wall-bar">
            <View className="split">
              <Text className="onwall__class">{sectionTitle(one)}</Text>
              <Text className="nowrap num">
                {one.seatsLeft > 0 ? (
                  <>
                    剩 <Text className="b">{one.seatsLeft}</Text> / {one.capacity}
                  </>
                ) : (
                  `满${one.waiting > 0 ? `，候补 ${one.waiting}` : ''}`
                )}
              </Text>
            </View>
            {one.seatsLeft > 0 ? <Meter left={one.seatsLeft} of={one.capacity} /> : <View className="onwall__full" />}
          </View>
        ))}
      </View>
    </Cast>
  );
}

/** `2 分 5 秒` while seconds matter to the people who watch. */
function sinceText(ms: number): string {
  if (ms < MINUTE || ms >= 10 * MINUTE) return spanText(ms);
  return `${Math.floor(ms / MINUTE)} 分 ${Math.floor((ms % MINUTE) / 1000)} 秒`;
}

function Big({ name, value, of, tone }: { name: string; value: number | string; of?: string; tone?: string }) {
  return (
    <View className="onwall__sum">
      <View className="onwall__word">{name}</View>
      <View className="nowrap">
        <Text className={`onwall__value ${tone ? `sum__value--${tone}` : ''}`}>{value}</Text>
        {of && <Text className="onwall__word"> {of}</Text>}
      </View>
    </View>
  );
}
