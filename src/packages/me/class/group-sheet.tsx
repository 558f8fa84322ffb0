import { View } from '@tarojs/components';
import { kindWords } from '../../../../domain/batch/kind-words';
import type { SectionCard } from '../../../../domain/api';
import { isStale } from '../../../../domain/lesson/group-code';
import { GroupCodePane, useGroupCode } from '../../../features/lesson/group-code';
import { dayWords } from '../../../app/words';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Sheet } from '../../../ui/sheet';

/** 班级群: the code with which those who have a seat join the group of their class. */
export function GroupSheet({ section, now, onClose }: { section: SectionCard; now: number; onClose: () => void }) {
  const { sectionId } = section;
  const { group } = kindWords(section);
  const { again, ...asked } = useGroupCode(sectionId);
  const { code } = asked;
  return (
    <Sheet label={group} onClose={onClose}>
      <Heading level={2}>{group}</Heading>
      {code && <View className="t2 stack-2 num">长按二维码，选“打开对应的群聊”。{dayWords(code.at, now)}放上的。</View>}
      {code && isStale(code, now) && (
        <Notice kind="soon" className="stack-3" testId="group-code-stale">
          放了 7 天以上，微信里可能已经进不去，请和老师说一声，换一张。
        </Notice>
      )}
      <GroupCodePane sectionId={sectionId} asked={asked} none={`还没有放${group}的二维码。`} again={again} />
      <Button kind="plain" className="stack-4" onTap={onClose} testId="group-close">
        好了
      </Button>
    </Sheet>
  );
}
