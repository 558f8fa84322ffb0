import { View } from '@tarojs/components';
import { useState } from 'react';
import { useDoing } from '../../app/act/use-doing';
import { askUntilKnown } from '../../app/call/ask-until-known';
import { Button } from '../../ui/button';
import { Fault, Notice } from '../../ui/notice';

/** 下期给我留心: one tap counts me among those who would like this course. */
export function Again({ sectionId }: { sectionId: string }) {
  const { state, run } = useDoing();
  const [done, setDone] = useState(false);
  const count = async () => {
    const answer = await askUntilKnown('wish.again', { sectionId });
    if (!answer.ok) return `${answer.message}。`;
    setDone(true);
    return undefined;
  };
  if (done)
    return (
      <Notice kind="wait" className="stack-4" live="polite" testId="counted">
        算上您了。工会看得到有多少人想学，这门课再开时会告诉您；到时候和大家一样先到先得。
      </Notice>
    );
  return (
    <View className="stack-4">
      <Button kind="ink" busy={state.busy} onTap={() => void run(count)} testId="again">
        下期给我留心
      </Button>
      <View className="sm t3 stack-2">工会按想学的人数安排下一期，点一下就算您一份。</View>
      <Fault says={state.message} />
    </View>
  );
}
