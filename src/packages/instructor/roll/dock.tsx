import { Text, View } from '@tarojs/components';
import { go } from '../../../app/way/go';
import { told } from '../../../ui/a11y';
import { Tap } from '../../../ui/tap';
import { Button } from '../../../ui/button';
import { lineId } from './line';
import { nextUnmarked } from '../../../features/roll/rows';
import { toPerson } from './to-person';
import type { Roll } from './use-roll';

/**
 * Under the thumb: what was just done with its undo, and a button to the next person. Its height does not change.
 *
 * @param onUnmarked in a hall, where nobody goes from one person to the next: shows those who are missing
 */
export function Dock({ roll, unmarked, onUnmarked }: { roll: Roll; unmarked: number; onUnmarked?: () => void }) {
  const { rows, last, at, setAt, undoLast } = roll;
  const onNext = () => {
    const next = nextUnmarked(rows, at);
    if (!next) return;
    setAt(next.person.memberId);
    toPerson(lineId(next.person.memberId));
  };
  return (
    <View className="roll__dock">
      <View className="roll__last" {...told({ live: 'polite' })}>
        <Text className={last ? 'grow b' : 'grow sm t3'} data-testid="last-act">
          {last?.text ?? '点一下就记，再点一下取消；点姓名记请假'}
        </Text>
        {last && (
          <Tap className="roll__undo b" label={`撤销，${last.text}`} onTap={undoLast} testId="undo">
            撤销
          </Tap>
        )}
      </View>
      {unmarked > 0 && onUnmarked ? (
        <Button kind="quiet" className="roll__next" onTap={onUnmarked} testId="to-missing">
          还有 {unmarked} 人没到，看名单
        </Button>
      ) : unmarked > 0 ? (
        <Button kind="go" className="roll__next" onTap={onNext} testId="next-unmarked">
          还有 {unmarked} 人未点，去下一位
        </Button>
      ) : (
        <Button kind="quiet" className="roll__next" onTap={() => go.back()} testId="all-marked">
          都点完了
        </Button>
      )}
    </View>
  );
}
