import { View } from '@tarojs/components';
import type { StaffBatchCard } from '../../../../domain/api';
import { questions } from '../../../app/memory/asked';
import { Answered } from '../../../app/page/answered';
import { ActSheet } from '../../../ui/act-sheet';

const nextOf = questions('rating.next', batchId => ({ batchId }));

interface NextTimeProps {
  batch: StaffBatchCard;
  onCopy: () => void;
  onClose: () => void;
  /** Back to the list of batches. */
  onInstead: () => void;
}

/** Suggestions for the next batch, course by course, before this one is copied. */
export function NextTimeSheet({ batch, onCopy, onClose, onInstead }: NextTimeProps) {
  return (
    <ActSheet
      title={`照“${batch.title}”再办`}
      text="班级、老师、地点和名额照抄，上课日期整周往后移，星期几不变。建议只供参考，名额在草稿里改。"
      label="照这一期再办"
      insteadLabel="换一期"
      onAct={onCopy}
      onClose={onClose}
      onInstead={onInstead}
      testId="copy-now"
    >
      <Answered to={nextOf(batch.batchId)}>
        {({ courses }) => (
          <View className="stack-3">
            {courses.map(({ course, step, text }) => (
              <View key={course} className="next-time" data-testid="next-time">
                <View className="b">{course}</View>
                <View className={step === 'again' ? 'sm t2 num' : 'sm num next-time__say'}>{text}</View>
              </View>
            ))}
          </View>
        )}
      </Answered>
    </ActSheet>
  );
}
