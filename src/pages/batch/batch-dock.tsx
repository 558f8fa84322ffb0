import { Text, View } from '@tarojs/components';
import type { BatchCard, MyPlace } from '../../../domain/api';
import { PLACE_STATES } from '../../../domain/line/place';
import { wordsOf } from '../../../domain/line/place-words';
import { go } from '../../app/way/go';
import { Button } from '../../ui/button';

/** How many places I hold in this batch, and the link to them. Shown only to somebody who has one. */
export function BatchDock({ batch, places }: { batch: BatchCard; places: MyPlace[] }) {
  const have = PLACE_STATES.flatMap(state => {
    const count = places.filter(one => one.place.state === state).length;
    return count > 0 ? [wordsOf({ state }).have(count)] : [];
  }).join('，');
  return (
    <View className="split">
      <View className="grow">
        <View className="b">您已{have}</View>
        <View className="sm t3">{batch.limit === null ? '本期不限班数' : `本期每人最多 ${batch.limit} 个班`}</View>
      </View>
      <Button kind="ink" size="small" onTap={go.mine} testId="to-mine">
        <Text>看我的课</Text>
      </Button>
    </View>
  );
}
