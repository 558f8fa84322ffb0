import { View } from '@tarojs/components';
import { Fragment } from 'react';
import { told } from '../../ui/a11y';

const MOST_AHEAD = 3;
const MOST_BEHIND = 3;

/**
 * The line at the door: the people before me with their numbers, me, and the people behind. A long line is shortened
 * with a mark.
 */
export function LineDrawing({ ahead, behind }: { ahead: number; behind: number }) {
  const near = Math.min(ahead, MOST_AHEAD);
  const firstShown = ahead - near + 1;
  return (
    <View className="place-line" {...told({ role: 'img', label: `您前面 ${ahead} 位，后面 ${behind} 位` })}>
      <View className="place-line__one place-line__one--door">门</View>
      {firstShown > 1 && (
        <>
          <View className="place-line__gap" />
          <View className="place-line__more">…</View>
        </>
      )}
      {Array.from({ length: near }, (_, i) => (
        <Fragment key={i}>
          <View className="place-line__gap" />
          <View className="place-line__one num">{firstShown + i}</View>
        </Fragment>
      ))}
      <View className="place-line__gap" />
      <View className="place-line__one place-line__one--me">您</View>
      {Array.from({ length: Math.min(behind, MOST_BEHIND) }, (_, i) => (
        <Fragment key={i}>
          <View className="place-line__gap place-line__gap--after" />
          <View className="place-line__one place-line__one--after" />
        </Fragment>
      ))}
    </View>
  );
}
