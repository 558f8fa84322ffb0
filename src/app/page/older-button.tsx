import type { Older } from '../memory/older';
import { Button } from '../../ui/button';
import { Fault } from '../../ui/notice';

/** The button that shows what a list leaves out. Not drawn if the list leaves nothing out. */
export function OlderButton({ older, label }: { older: Older<unknown>; label: string }) {
  if (!older.more) return null;
  return (
    <>
      <Fault says={older.message} />
      <Button kind="ink" className="stack-4" busy={older.busy} busyLabel="正在取" onTap={older.show} testId="older">
        {older.some.length > 0 ? '看更早的' : label}
      </Button>
    </>
  );
}
