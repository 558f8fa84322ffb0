import { lessonTitle } from '../../../domain/batch/kind-words';
import type { SectionCard } from '../../../domain/api';
import { CodeSheet } from './code-sheet';

interface Props {
  section: SectionCard;
  lessonIndex: number;
  onClose: () => void;
}

/** The code for the class room's door. It opens the check-in page of that lesson, and checks nobody in. */
export function DoorCode({ section, lessonIndex, onClose }: Props) {
  return (
    <CodeSheet
      of={{ to: 'lesson', sectionId: section.sectionId, lessonIndex }}
      title={lessonTitle(section, lessonIndex)}
      text="贴在教室门口：扫了打开这一次的签到页，再扫老师手机上的签到码。光扫这张不算签到。"
      onClose={onClose}
    />
  );
}
