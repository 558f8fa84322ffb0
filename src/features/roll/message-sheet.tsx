import { useState } from 'react';
import { kindWords } from '../../../domain/batch/kind-words';
import { isLecture } from '../../../domain/lesson/lecture';
import type { SectionCard } from '../../../domain/api';
import { LENGTH } from '../../../domain/bounds';
import { written } from '../../../domain/base/written';
import { useAct } from '../../app/act/use-act';
import { say } from '../../app/page/said';
import { sectionTitle } from '../../app/words';
import { ActSheet } from '../../ui/act-sheet';
import { TextArea } from '../../ui/text-area';

/** A few words to everybody who has a seat in a class. */
export function MessageSheet({ section, onClose }: { section: SectionCard; onClose: () => void }) {
  const [text, setText] = useState('');
  const { state, act, say: refuse } = useAct('roll.message');
  const lecture = isLecture(section);
  const send = () => {
    if (!written(text)) return refuse('请写要通知的话');
    return void act({ sectionId: section.sectionId, text: written(text) }, ({ told, left }) => {
      say({ text: `通知了 ${told} 人${left > 0 ? `，${lecture ? '' : '下次课之前'}还能再发一次` : ''}` });
      onClose();
    });
  };
  return (
    <ActSheet
      title={`通知${sectionTitle(section)}`}
      text={`有座位的人在小程序的“通知”里看到，手机不响。${lecture ? '' : '每次课'}最多两次，记在操作记录里。`}
      state={state}
      label={`发给${kindWords(section).all}`}
      busyLabel="正在发"
      insteadLabel="先不发"
      onAct={send}
      onClose={onClose}
      testId="message-send"
    >
      <TextArea
        name="要说的话"
        hint="不能放网址"
        value={text}
        onInput={setText}
        example={lecture ? '例如 请从南门进，车位不多' : '例如 下次课请带一个茶杯'}
        maxLength={LENGTH.message}
        size="small"
        testId="message-text"
      />
    </ActSheet>
  );
}
