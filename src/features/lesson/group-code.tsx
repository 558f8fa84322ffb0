import { Image, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import type { Output } from '../../../domain/api';
import { call, LONG_CALL_MS } from '../../app/call/call';
import { pictureSource } from '../../app/files/picture-source';
import { told } from '../../ui/a11y';
import { Button } from '../../ui/button';
import './group-code.scss';

export type GroupCode = NonNullable<Output<'lesson.groupCode'>['code']>;

/** `code` is `null` if there is none, `undefined` while it is being asked for. */
export interface AskedGroupCode {
  code?: GroupCode | null;
  failed?: string;
}

/** The code is asked for each time, because a seat may have been given back and the picture changed. */
export function useGroupCode(sectionId: string): AskedGroupCode & { again: () => void } {
  const [asked, setAsked] = useState<AskedGroupCode>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let here = true;
    setAsked({});
    void call('lesson.groupCode', { sectionId }, { timeoutMs: LONG_CALL_MS }).then(answer => {
      if (here) setAsked(answer.ok ? { code: answer.data.code } : { failed: answer.message });
    });
    return () => void (here = false);
  }, [sectionId, tries]);
  return { ...asked, again: useCallback(() => setTries(count => count + 1), []) };
}

interface PaneProps {
  sectionId: string;
  asked: AskedGroupCode;
  /** Said where there is no code. */
  none: string;
  again: () => void;
}

/** The picture, with WeChat's own menu at a long press; or why there is none. */
export function GroupCodePane({ sectionId, asked: { code, failed }, none, again }: PaneProps) {
  if (code)
    return (
      <View className="stack-4" {...told({ role: 'img', label: '群二维码' })} data-testid="group-code">
        <Image
          className="group-code"
          src={pictureSource(`group-${sectionId}-${code.at}`, code)}
          mode="widthFix"
          showMenuByLongpress
          {...told({ hidden: true })}
        />
      </View>
    );
  return (
    <View className="t2 stack-4" {...told({ live: 'polite' })} data-testid="no-group-code">
      {failed ?? (code === null ? none : '正在取二维码')}
      {failed && (
        <Button kind="link" onTap={again} testId="group-code-again">
          再试一次
        </Button>
      )}
    </View>
  );
}
