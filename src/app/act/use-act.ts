import { useRef } from 'react';
import { newActId } from './act-id';

/**
 * Gives an id to what a form sends. The same content sent again, after a lost answer, is the same act. A form that
 * was edited in between sends another act, which the server would refuse under the old id.
 */
export function useAct(): <T extends object>(content: T) => T & { actId: string } {
  const last = useRef<{ actId: string; said: string }>();
  return content => {
    const said = JSON.stringify(content);
    if (last.current?.said !== said) last.current = { actId: newActId(), said };
    return { ...content, actId: last.current.actId };
  };
}
