import { View } from '@tarojs/components';
import type { BatchCard } from '../../../domain/api';
import { go } from '../../app/way/go';
import { INELIGIBLE_WORDS, type Ineligibility } from '../../features/line/eligibility';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

/** Shown once above the list, in every phase: this batch is not for me, why, and what I can do about it. */
export function NotForMe({ batch, why }: { batch: BatchCard; why: Ineligibility }) {
  const { short, mend } = INELIGIBLE_WORDS[why.code];
  const profile = () => go.profile({ batchId: batch.batchId });
  return (
    <View className="stack-3" data-testid="not-for-me">
      <Notice kind="soon">
        <View>这一期{short}，按您的资料还报不了。</View>
        <View className="not-for-me__acts">
          <Button kind="ink" size="small" onTap={profile} testId="not-for-me-mend">
            {mend}
          </Button>
          {why.code === 'NOT_UNION_MEMBER' && (
            <Button kind="link" size="small" role="link" onTap={() => go.help('join')} testId="how-to-join">
              怎样入会
            </Button>
          )}
        </View>
      </Notice>
    </View>
  );
}
