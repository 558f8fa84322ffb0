import { View } from '@tarojs/components';
import { told } from '../../ui/a11y';
import { useDoing } from '../../app/act/use-doing';
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
  const { state, run } = useDoing();
  const send = async () => {
    const acted = await comeAfterAll(lesson);
    return acted.done ? undefined : acted.message;
  };
  return (
    <View>
      <Tap className={className} disabled={state.busy} onTap={() => void run(send)} testId="come-after-all">
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
