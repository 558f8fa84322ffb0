import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { question } from '../../../app/memory/asked';
import { NoShowList } from '../../../features/attendance/no-show-list';
import { Sheet } from '../../../ui/sheet';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import type { Policy } from './settings';
import { laterText } from './no-show-setting';
import { Answered } from '../../../app/page/answered';

interface PreviewProps {
  policy: Policy;
  /** Minutes as they are typed. */
  headStart: string;
  seenLabel: string;
  onSeen: () => void;
  onClose: () => void;
}

/** The people whom the policy would affect if the batch opened today. */
export function NoShowPreview({ policy: { strikes, days }, headStart, seenLabel, onSeen, onClose }: PreviewProps) {
  const asking = useMemo(() => question('attendance.noShows', { strikes, days }), [strikes, days]);
  return (
    <Sheet label="会影响谁" onClose={onClose}>
      <Heading level={2}>
        {days} 天内缺课满 {strikes} 次的人
      </Heading>
      <Answered to={asking}>
        {({ people, count = people.length }) => (
          <>
            <View className="t2 stack-2" data-testid="no-show-count">
              {people.length > 0
                ? `按今天算有 ${count} 人。${laterText(headStart)}开放那天以当天的次数为准。`
                : '按今天算没有这样的人。开放那天以当天的次数为准。'}
            </View>
            {people.length > 0 && (
              <View className="stack-3">
                <NoShowList people={people} count={count} />
              </View>
            )}
            <Button kind="go" className="stack-4" onTap={onSeen} testId="no-show-seen">
              {seenLabel}
            </Button>
          </>
        )}
      </Answered>
      <Button kind="plain" className="stack-2" onTap={onClose} testId="no-show-back">
        返回再改
      </Button>
    </Sheet>
  );
}
