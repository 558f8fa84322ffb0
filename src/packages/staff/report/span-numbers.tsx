import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { Span } from '../../../../domain/report/span';
import { Empty } from '../../../app/page/states';
import { useAsked } from '../../../app/memory/use-asked';
import { told } from '../../../ui/a11y';
import { Notice } from '../../../ui/notice';
import { openLessonsText } from '../../../../domain/report/said';
import { Charts } from './charts';
import { Figures } from './figures';
import { numbersOf } from './known';
import { TextCard } from './text-card';
import { Answered } from '../../../app/page/answered';

const AGAIN_MS = 100;

/** The numbers of one span. While sums are being made it asks again by itself and says how many batches are left. */
export function SpanNumbersOf({ span }: { span: Span }) {
  const question = numbersOf(span);
  const { data, asking, failed } = useAsked(question, { when: false });
  const left = data?.missing.length ?? 0;
  useEffect(() => {
    if (left === 0 || asking || failed) return undefined;
    // The answer before is still on its way out of `ask`, which answers two calls at once with one question.
    const next = setTimeout(() => void question.ask(), AGAIN_MS);
    return () => clearTimeout(next);
  }, [question, left, asking, failed]);
  return (
    <Answered to={question}>
      {said => {
        if (!said.numbers)
          return (
            <View {...told({ live: 'polite' })} className="stack-3" data-testid="span-left">
              <Notice kind="quiet">
                正在把结了课的班加起来，还有 {said.missing.length} 期。离开也不要紧，下次接着算。
              </Notice>
            </View>
          );
        const { numbers, text } = said;
        const whole = { span, said };
        if (numbers.lessons === 0 && said.before.lessons === 0)
          return <Empty title="这段时间没有结了课的课" text={text} testId="no-numbers" />;
        return (
          <>
            {numbers.openLessons > 0 && (
              <Notice kind="soon" className="figures__card" testId="open-lessons">
                {openLessonsText(numbers.openLessons)}。在“考勤”里结课以后，这里就有。
              </Notice>
            )}
            <View className="desk__columns">
              <View className="desk__wide">
                <TextCard whole={whole} />
                <Figures whole={whole} />
              </View>
              <View className="desk__aside">
                <Charts whole={whole} />
              </View>
            </View>
          </>
        );
      }}
    </Answered>
  );
}
