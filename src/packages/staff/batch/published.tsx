import { View } from '@tarojs/components';
import type { BatchCard } from '../../../../domain/api';
import { phaseOf } from '../../../../domain/batch/phase';
import { go } from '../../../app/way/go';
import { told } from '../../../ui/a11y';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { whenText } from '../../../app/words';

/**
 * Shown after publishing: that the batch is published, and what comes next. It disappears once the batch has opened.
 */
export function Published({ batch, now }: { batch: BatchCard; now: number }) {
  if (phaseOf(batch, now) !== 'upcoming') return null;
  return (
    <View className="card pad published" data-testid="published" {...told({ live: 'polite' })}>
      <Heading level={2}>发布好了，{whenText(batch.opensAt, now)} 开放</Heading>
      <View className="t2 stack-2">职工现在就能看到。接下来告诉大家：海报发公众号和群，小程序码贴在教室门口。</View>
      <View className="desk__acts stack-3">
        <Button kind="go" size="small" onTap={() => go.poster(batch.batchId)} testId="next-poster">
          做海报
        </Button>
        <Button kind="ink" size="small" onTap={() => go.codes(batch.batchId)} testId="next-codes">
          拿小程序码
        </Button>
      </View>
    </View>
  );
}
