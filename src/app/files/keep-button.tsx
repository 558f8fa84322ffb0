import { useState } from 'react';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { KEEP_WORD, keepPicture, type Kept } from './keep-picture';
import { keptWords } from './kept';

interface KeepProps {
  /** Absent while there is no picture yet. */
  source: string | undefined;
  name: string;
  /** The noun in its test ids: `poster` for `keep-poster` and `poster-kept`. */
  testId: string;
}

/** Saves a picture on the phone, and says whether it is there. */
export function KeepButton({ source, name, testId }: KeepProps) {
  const [kept, setKept] = useState<Kept>();
  const keep = async () => setKept(source ? await keepPicture(source, name) : undefined);
  return (
    <>
      {kept && (
        <Notice
          className="stack-3"
          live="polite"
          kind={kept === 'album' || kept === 'download' ? 'quiet' : 'soon'}
          testId={`${testId}-kept`}
        >
          {keptWords(kept)}
        </Notice>
      )}
      <Button kind="go" className="stack-4" disabled={!source} onTap={() => void keep()} testId={`keep-${testId}`}>
        {KEEP_WORD}
      </Button>
    </>
  );
}
