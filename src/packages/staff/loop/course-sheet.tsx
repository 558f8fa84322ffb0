import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { CourseLoop } from '../../../../domain/api';
import { STAGE_WORDS } from '../../../../domain/loop/loop';
import { call, LONG_CALL_MS } from '../../../app/call/call';
import { Button } from '../../../ui/button';
import { Fact } from '../../../ui/fact';
import { Heading } from '../../../ui/heading';
import { Sheet } from '../../../ui/sheet';
import { nextActOf } from './act-of';

/** The five stages of one course in words. Attendance comes a moment later, because the rolls are read for it. */
export function CourseSheet({ course: known, onClose }: { course: CourseLoop; onClose: () => void }) {
  const [full, setFull] = useState<CourseLoop>();
  useEffect(() => {
    let current = true;
    void call('loop.course', { key: known.key }, { timeoutMs: LONG_CALL_MS }).then(answer => {
      if (current && answer.ok && answer.data.course) setFull(answer.data.course);
    });
    return () => {
      current = false;
    };
  }, [known.key]);
  const { course, stages } = full ?? known;
  const act = nextActOf({ stages });
  return (
    <Sheet label={course} onClose={onClose}>
      <Heading level={2}>{course}</Heading>
      <View className="stack-3">
        {stages.map(({ stage, state, words }) => (
          <Fact key={stage} name={STAGE_WORDS[stage]}>
            <View className={state === 'now' ? 'b' : state === 'todo' ? 't3' : ''}>
              {words.length > 0 ? words.join('，') : '还没有到这一步'}
            </View>
          </Fact>
        ))}
      </View>
      {act && (
        <Button
          kind="go"
          className="stack-4"
          role="link"
          onTap={() => {
            onClose();
            act.go();
          }}
          testId="loop-next"
        >
          {act.word}
        </Button>
      )}
    </Sheet>
  );
}
