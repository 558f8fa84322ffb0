import { titledLesson } from '../../../../domain/batch/kind-words';
import { View } from '@tarojs/components';
import { dateText, dayText, timeText } from '../../../../domain/base/clock';
import type { MyNoShow } from '../../../../domain/api';
import { LessonMark } from '../../../features/lesson/lesson-marks';
import { Button } from '../../../ui/button';

interface AbsenceProps {
  noShow: MyNoShow;
  now: number;
  onAppeal: () => void;
}

/** One absence: whether it counts, until when, and the state of its appeal. */
export function Absence({ noShow, now, onAppeal }: AbsenceProps) {
  const { title, startsAt, expiresAt, appeal } = noShow;
  return (
    <View className="absence" data-testid="absence">
      <View className="absence__mark">
        <LessonMark state="absent" />
      </View>
      <View className="grow">
        <View className="b num">
          {dateText(startsAt)} {timeText(startsAt)}
        </View>
        <View className="t2 num">{titledLesson(noShow)}</View>
        <View className="sm t3 num">{standing(noShow, now)}</View>
        {appeal && (
          <View className="absence__said sm">
            <View className="t2">您说：{appeal.text}</View>
            <View className="t2 stack-2" data-testid="appeal-answer">
              {appeal.answer
                ? `工会 ${dayText(appeal.answer.at)} 答复：${appeal.answer.text}`
                : `${dayText(appeal.at)} 已送到工会，答复了会在“我的课”里告诉您。`}
            </View>
          </View>
        )}
        {!appeal && expiresAt > now && (
          <Button
            kind="link"
            size="small"
            className="absence__appeal"
            label={`申诉，${title}`}
            onTap={onAppeal}
            testId="appeal"
          >
            申诉
          </Button>
        )}
      </View>
    </View>
  );
}

function standing({ expiresAt, appeal }: MyNoShow, now: number): string {
  if (appeal?.answer?.forgiven) return '工会同意了，不算缺课';
  return expiresAt > now ? `${dayText(expiresAt)} 起不再算` : '已经不算了';
}
