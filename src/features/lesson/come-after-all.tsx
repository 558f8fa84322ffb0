import { View } from '@tarojs/components';
import { useState } from 'react';
import { told } from '../../ui/a11y';
import type { Sending } from '../../ui/submit';
import { Tap } from '../../ui/tap';
import type { LessonId } from '../../app/known/attendance';
import { comeAfterAll } from './lesson-acts';

/** 我能来了: takes a leave back, in one tap. */
export function ComeAfterAll({
  lesson,
  className = 'btn btn--ink btn--small',
}: {
  lesson: LessonId;
  className?: string;
}) {
  const [state, setState] = useState<Sending>({ busy: false });
  const send = async () => {
    setState({ busy: true });
    const acted = await comeAfterAll(lesson);
    setState(acted.done ? { busy: false } : { busy: false, message: acted.message });
  };
  return (
    <View>
      <Tap className={className} disabled={state.busy} onTap={() => void send()} testId="come-after-all">
        {state.busy ? '正在办' : '我能来了'}
      </Tap>
      {state.message && (
        <View className="sm act-fault" data-testid="act-fault" {...told({ live: 'assertive' })}>
          {state.message}
        </View>
      )}
    </View>
  );
}
