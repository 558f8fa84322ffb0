import { titledLesson } from '../../../../domain/batch/kind-words';
import { useState } from 'react';
import { LENGTH } from '../../../../domain/bounds';
import { dateText } from '../../../../domain/base/clock';
import type { MyNoShow } from '../../../../domain/api';
import { ActSheet } from '../../../ui/act-sheet';
import { TextArea } from '../../../ui/text-area';
import { useDoing } from '../../../app/act/use-doing';
import { appeal } from '../../../features/lesson/lesson-acts';

/** 申诉: once a lesson, in the person's own words. */
export function AppealSheet({ noShow, onClose }: { noShow: MyNoShow; onClose: () => void }) {
  const [text, setText] = useState('');
  const { state, run, say } = useDoing();
  const { sectionId, lessonIndex, startsAt } = noShow;

  const send = async () => {
    const acted = await appeal({ sectionId, lessonIndex }, text.trim());
    return acted.done ? onClose() : acted.message;
  };

  return (
    <ActSheet
      title="这次不该算缺课？"
      text={
        <>
          {dateText(startsAt)}，{titledLesson(noShow)}。写清当时的情况，工会会答复。只能申诉一次。
        </>
      }
      state={state}
      label="送到工会"
      busyLabel="正在送"
      insteadLabel="先不申诉"
      onAct={() => (text.trim() ? void run(send) : say('请写一句当时的情况。'))}
      onClose={onClose}
      testId="appeal-send"
    >
      <TextArea
        name="当时的情况"
        value={text}
        onInput={setText}
        example="例如：那天到了，手机没电，没有扫上"
        maxLength={LENGTH.appeal}
        testId="appeal-text"
      />
    </ActSheet>
  );
}
