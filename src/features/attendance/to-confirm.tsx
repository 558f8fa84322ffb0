import { kindWords } from '../../../domain/batch/kind-words';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { LessonToConfirm } from '../../../domain/api';
import { dateText } from '../../../domain/base/clock';
import { go } from '../../app/way/go';
import { sectionTitle } from '../../app/words';
import { Button } from '../../ui/button';
import { FirstFew } from '../../ui/first-few';
import { Row } from '../../ui/row';
import { CloseAllSheet } from './close-all-sheet';

/** If there are more than these, the oldest come first. */
const FIRST = 5;

interface ToConfirmProps {
  lessons: LessonToConfirm[];
  /** Some were confirmed. */
  onChanged: () => void;
}

/** Lessons to confirm, within a card. Those that were fully called need no look, so they are confirmed together. */
export function ToConfirm({ lessons, onChanged }: ToConfirmProps) {
  const [closing, close] = useState<LessonToConfirm[]>();
  const called = lessons.filter(({ lesson }) => lesson.unmarked === 0);
  return (
    <>
      {called.length > 0 && (
        <View className="pad">
          <Button kind="go" size="small" onTap={() => close(called)} testId="close-all">
            确认 {called.length} 次都点过的
          </Button>
        </View>
      )}
      <FirstFew of={lessons} first={FIRST} unit="次" testId="all-to-close">
        {({ section, lesson }) => (
          <Row
            key={`${section.sectionId} ${lesson.lessonIndex}`}
            role="link"
            onTap={() => go.staffLesson(section.sectionId, lesson.lessonIndex)}
            testId="to-close-row"
          >
            <View>
              <Text>{sectionTitle(section)}</Text>
              <Text className="t2 num"> {kindWords(section).row(lesson.lessonIndex)}</Text>
            </View>
            <View className="sm t3 num">
              {dateText(lesson.startsAt)}，{lesson.unmarked > 0 ? `${lesson.unmarked} 人未点` : '都点过了'}
            </View>
          </Row>
        )}
      </FirstFew>
      {closing && (
        <CloseAllSheet
          lessons={closing}
          onClose={done => {
            close(undefined);
            if (done) onChanged();
          }}
        />
      )}
    </>
  );
}
