import { View } from '@tarojs/components';
import type { BatchCard } from '../../../domain/api';
import { go } from '../../app/way/go';
import { INELIGIBLE_WORDS, type Ineligibility } from '../../features/line/eligibility';
import { Note } from '../../ui/marks';
import { Tap } from '../../ui/tap';

/** Shown once above the list, in every phase: this batch is not for me, why, and what I can do about it. */
export function NotForMe({ batch, why }: { batch: BatchCard; why: Ineligibility }) {
  const { short, mend } = INELIGIBLE_WORDS[why.code];
  const profile = () => go.profile({ batchId: batch.batchId });
  return (
    <View className="stack-3" data-testid="not-for-me">
      <Note kind="soon">
        <View>这一期{short}，按您的资料还报不了。</View>
        <View className="not-for-me__acts">
          <Tap className="btn btn--ink btn--small" onTap={profile} testId="not-for-me-mend">
            {mend}
          </Tap>
          {why.code === 'NOT_UNION_MEMBER' && (
            <Tap className="text-link sm" role="link" onTap={() => go.help('join')} testId="how-to-join">
              怎样入会
            </Tap>
          )}
        </View>
      </Note>
    </View>
  );
}
