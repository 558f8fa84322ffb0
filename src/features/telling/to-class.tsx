import { go } from '../../app/way/go';
import { Button } from '../../ui/button';
import type { Notice } from './notice-words';

/** The way to a class in which something can be done now. */
export const ToClass = ({ of: { kind, batchId, sectionId } }: { of: Notice }) =>
  kind === 'ROOM_AGAIN' ? (
    <Button kind="link" className="stack-2" role="link" onTap={() => go.section(batchId, sectionId)} testId="to-class">
      去看看
    </Button>
  ) : null;
