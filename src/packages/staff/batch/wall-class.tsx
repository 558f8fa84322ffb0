import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import { MINUTE, SECOND } from '../../../../domain/base/clock';
import { spanText, sectionTitle } from '../../../app/words';
import type { LiveSection } from '../../../features/line/live-sums';
import { filledAt } from '../../../features/line/seats-curve';
import { dataUri } from '../../../ui/data-uri';
import { px } from '../../../ui/icon';
import { Meter, isFew } from '../../../ui/meter';
import { known, motifSvg } from '../../../ui/motifs/motif';
import { CourseAndName } from '../../../ui/section-name';
import { nameSize, type Grid } from './wall-layout';

/** `3.2 秒`, `2 分 5 秒`, `3 小时`: exact while the people who watch remember it. */
export function tookText(ms: number): string {
  if (ms < MINUTE) return `${(Math.max(0, ms) / SECOND).toFixed(1)} 秒`;
  if (ms >= 10 * MINUTE) return spanText(ms);
  return `${Math.floor(ms / MINUTE)} 分 ${Math.floor((ms % MINUTE) / SECOND)} 秒`;
}

/** How long after the release a class was full; `undefined` while it has seats. */
export const tookOf = (one: LiveSection, opensAt: number): number | undefined => {
  const at = filledAt(one);
  return at === undefined ? undefined : Math.max(0, at - opensAt);
};

interface Shown {
  /** The number, or the word, that is read first. */
  big: string;
  beside: string[];
}

function shownOf(one: LiveSection, opensAt: number, upcoming: boolean): Shown {
  if (upcoming) return { big: String(one.capacity), beside: ['个名额'] };
  if (one.seatsLeft > 0) return { big: String(one.seatsLeft), beside: ['还剩', `共 ${one.capacity} 个`] };
  const took = tookOf(one, opensAt);
  return {
    big: '满',
    beside: [
      ...(took === undefined ? [] : [`${tookText(took)}报满`]),
      ...(one.waiting > 0 ? [`候补 ${one.waiting} 人`] : []),
    ],
  };
}

interface ClassProps {
  one: LiveSection;
  opensAt: number;
  upcoming: boolean;
  grid: Grid;
  /** Where its corner is, in the room for the classes. */
  place: { left: number; top: number };
}

/** A class as a window of the night school: lit while it has seats. */
export function WallClass({ one, opensAt, upcoming, grid, place }: ClassProps) {
  const lit = upcoming || one.seatsLeft > 0;
  const few = lit && !upcoming && isFew(one.seatsLeft, one.capacity);
  const { big, beside } = shownOf(one, opensAt, upcoming);
  const { shape, cell, name, number, motif } = grid;
  // Two lines beside a number need its height.
  const oneLine = number < name * TWO_LINES;
  const meter = lit && (
    <View className="onwall__meter" style={{ height: px(Math.max(2, name * 0.28)) }}>
      <Meter left={upcoming ? one.capacity : one.seatsLeft} of={one.capacity} />
    </View>
  );
  return (
    <View
      className={`onwall__class onwall__class--${shape}${lit ? ' onwall__class--lit' : ''}${few ? ' onwall__class--few' : ''}`}
      style={{
        left: px(place.left),
        top: px(place.top),
        width: px(cell.width),
        height: px(cell.height),
        fontSize: px(name),
        borderRadius: px(name * 0.35),
      }}
      data-testid="wall-class"
    >
      {motif > 0 && <Window category={one.category} lit={lit} side={motif} />}
      <View className="onwall__said">
        <View className="onwall__name" style={{ fontSize: px(nameSize(grid, sectionTitle(one))) }}>
          <CourseAndName course={one.course} name={one.name} />
        </View>
        <View className="onwall__numbers num">
          {oneLine && beside[0] === '还剩' && <Text className="onwall__before">剩 </Text>}
          <Text className="onwall__number" style={{ fontSize: px(number) }}>
            {big}
          </Text>
          <View className="onwall__beside">
            {(oneLine ? inOneLine(beside, one) : beside).map(words => (
              <View key={words} className="nowrap">
                {words}
              </View>
            ))}
          </View>
        </View>
        {meter}
      </View>
    </View>
  );
}

const TWO_LINES = 1.5;
const inOneLine = (beside: string[], one: LiveSection): string[] =>
  beside[0] === '还剩' ? [`/ ${one.capacity}`] : [beside.join(' · ').replace('报满', '')];

function Window({ category, lit, side }: { category: string; lit: boolean; side: number }) {
  const image = useMemo(
    () => dataUri(motifSvg(known(category), { theme: 'light', mode: lit ? 'tile' : 'dim', size: 96 })),
    [category, lit],
  );
  return (
    <View
      className="onwall__motif"
      style={{ width: px(side), height: px(side), backgroundImage: `url("${image}")`, backgroundSize: 'cover' }}
    />
  );
}
