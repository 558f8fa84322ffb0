import { View } from '@tarojs/components';
import type { Older } from '../memory/older';
import { told } from '../../ui/a11y';
import { Note } from '../../ui/marks';
import { Tap } from '../../ui/tap';

/** The button that shows what a list leaves out. Not drawn if the list leaves nothing out. */
export function OlderButton({ older, label }: { older: Older<unknown>; label: string }) {
  if (!older.more) return null;
  return (
    <>
      {older.message && (
        <View className="stack-3" {...told({ live: 'assertive' })}>
          <Note kind="danger">{older.message}</Note>
        </View>
      )}
      <Tap className="btn btn--ink stack-4" disabled={older.busy} onTap={older.show} testId="older">
        {older.busy ? '正在取' : older.some.length > 0 ? '看更早的' : label}
      </Tap>
    </>
  );
}
