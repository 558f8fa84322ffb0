import { View } from '@tarojs/components';
import type { BatchCard } from '../../../../domain/api';
import { phaseOf } from '../../../../domain/batch/phase';
import { go } from '../../../app/way/go';
import { told } from '../../../ui/a11y';
import { Tap } from '../../../ui/tap';
import { whenText } from '../../../app/words';

/**
 * Shown after publishing: that the batch is published, and what comes next. It disappears once the batch has opened.
 */
export function Published({ batch, now }: { batch: BatchCard; now: number }) {
  if (phaseOf(batch, now) !== 'upcoming') return null;
  return (
    <View className="card pad published" data-testid="published" {...told({ live: 'polite' })}>
      <View className="h2">发布好了，{whenText(batch.opensAt, now)} 开放</View>
      <View className="t2 stack-2">职工现在就能看到。接下来告诉大家：海报发公众号和群，小程序码贴在教室门口。</View>
      <View className="published__next stack-3">
        <Tap className="btn btn--go btn--small" onTap={() => go.poster(batch.batchId)} testId="next-poster">
          做海报
        </Tap>
        <Tap className="btn btn--ink btn--small" onTap={() => go.codes(batch.batchId)} testId="next-codes">
          拿小程序码
        </Tap>
      </View>
    </View>
  );
}
