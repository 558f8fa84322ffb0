import { View } from '@tarojs/components';
import type { SectionAttendance } from '../../../../domain/api';
import { ToConfirm } from '../../../features/attendance/to-confirm';
import { isToClose } from './numbers';

interface ToCloseProps {
  sections: SectionAttendance[];
  now: number;
  onChanged: () => void;
}

/** Lessons that are over and not closed. Until they are closed nobody's absence counts. */
export function ToClose({ sections, now, onChanged }: ToCloseProps) {
  const open = sections
    .flatMap(({ section, lessons }) =>
      lessons.filter(lesson => isToClose(section, lesson, now)).map(lesson => ({ section, lesson })),
    )
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);
  return (
    <View className="card rates__card" data-testid="to-close">
      <View className="pad rates__head">
        <View className="b num">{open.length > 0 ? `${open.length} 次课的考勤待确认` : '考勤都确认了'}</View>
        <View className="sm t3">
          {open.length > 0 ? '确认以后，没来的人才记缺课；下课 7 天后自动确认' : '上完的课都已核对，缺课已经算进到课率'}
        </View>
      </View>
      <ToConfirm lessons={open} onChanged={onChanged} />
    </View>
  );
}
