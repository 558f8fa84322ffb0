import { useState } from 'react';
import { kindWords } from '../../../domain/batch/kind-words';
import type { SectionCard } from '../../../domain/api';
import { isStale, MOST_PICTURE_BYTES } from '../../../domain/lesson/group-code';
import { useAct } from '../../app/act/use-act';
import { serverClock } from '../../app/clock/server-clock';
import { pickPicture } from '../../app/files/pick-picture';
import { say } from '../../app/page/said';
import { dayWords, sectionTitle } from '../../app/words';
import { ActSheet } from '../../ui/act-sheet';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { GroupCodePane, useGroupCode } from './group-code';

interface SheetProps {
  section: SectionCard;
  onClose: (done: boolean) => void;
}

/** Puts, changes or takes away the code of the class's group. */
export function GroupCodeSheet({ section, onClose }: SheetProps) {
  const { sectionId } = section;
  const now = serverClock.now();
  const { again, ...asked } = useGroupCode(sectionId);
  const { state, act, say: refuse } = useAct('roll.putGroupCode', { long: true });
  const [picking, pick] = useState(false);
  const { code } = asked;
  const put = (picture: string | null) =>
    act({ sectionId, picture }, () => {
      say({ text: picture === null ? '撤下了' : '放好了，有座位的人看得到' });
      onClose(true);
    });
  const choose = async () => {
    refuse(undefined);
    pick(true);
    try {
      const picture = await pickPicture(MOST_PICTURE_BYTES);
      if (picture) await put(picture);
    } catch (error) {
      refuse((error as Error).message);
    } finally {
      pick(false);
    }
  };
  return (
    <ActSheet
      title={`${sectionTitle(section)}的${kindWords(section).group}`}
      text="在微信群里点右上角“…”→“群二维码”，存到相册再选进来。只有有座位的人看得到，谁放的记在操作记录里。"
      state={{ ...state, busy: state.busy || picking }}
      label={code ? '换一张' : '选二维码的图片'}
      busyLabel="正在放"
      insteadLabel="先不放"
      onAct={() => void choose()}
      onClose={() => onClose(false)}
      testId="group-code-put"
      foot={
        code && (
          <Button
            kind="link"
            size="small"
            disabled={state.busy}
            onTap={() => void put(null)}
            testId="group-code-remove"
          >
            撤下这张
          </Button>
        )
      }
    >
      {code && (
        <Notice kind={isStale(code, now) ? 'soon' : 'quiet'} className="stack-3" testId="group-code-age">
          {isStale(code, now)
            ? '已过期，请换一张：微信的群二维码 7 天以后就进不去了。'
            : `${dayWords(code.at, now)}放上的，满 7 天要换一张。`}
        </Notice>
      )}
      <GroupCodePane sectionId={sectionId} asked={asked} none="还没有放。" again={again} />
    </ActSheet>
  );
}
