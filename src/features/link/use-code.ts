import { useCallback, useEffect, useState } from 'react';
import type { CodePicture, Input } from '../../../domain/api';
import { personMap } from '../../app/memory/forget';
import { pictureSource } from '../../app/files/picture-source';
import { call, LONG_CALL_MS } from '../../app/call/call';

export type CodeOf = Input<'link.code'>;

/** A code that was asked for. `failed` says in a sentence why there is none, and what can be done. */
export interface AskedCode {
  picture?: CodePicture;
  /** The picture as an image shows it. */
  source?: string;
  failed?: string;
}

/** A code is kept as long as the app runs and the person stays, so that the same picture is not fetched twice. */
const known = personMap<string, { picture: CodePicture; source: string }>();

export async function askForCode(of: CodeOf): Promise<AskedCode> {
  const key = JSON.stringify(of);
  const shown = known.get(key);
  if (shown) return shown;
  // WeChat draws the code the first time.
  const answer = await call('link.code', of, { timeoutMs: LONG_CALL_MS });
  if (!answer.ok) return { failed: answer.message };
  const source = pictureSource(`code-${Object.values(of).join('-')}`, answer.data);
  const code = { picture: answer.data, source };
  known.set(key, code);
  return code;
}

/** The code of something. It is asked for at once, and once more by `again`. */
export function useCode(of: CodeOf): AskedCode & { again: () => void } {
  const key = JSON.stringify(of);
  const [asked, setAsked] = useState<AskedCode>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let here = true;
    setAsked({});
    void askForCode(JSON.parse(key) as CodeOf).then(next => here && setAsked(next));
    return () => void (here = false);
  }, [key, tries]);
  return { ...asked, again: useCallback(() => setTries(count => count + 1), []) };
}
