import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { PickedFile } from '../../../app/files/picked-file';
import { ActSheet } from '../../../ui/act-sheet';
import { TextArea } from '../../../ui/text-area';
import type { CourseSheet } from './use-course-sheet';

interface PasteProps {
  of: CourseSheet;
  message: string | undefined;
  onClose: () => void;
}

/**
 * Cells that were copied in Excel or WPS, including the header. They arrive as a table with tabs, which is read as a
 * csv.
 */
export function PasteSheet({ of, message, onClose }: PasteProps) {
  const [text, setText] = useState('');
  const read = async () => {
    if (await of.open(pasted(text))) onClose();
  };
  return (
    <ActSheet
      title="粘贴课程表"
      text="在 Excel 或 WPS 里连表头一起选中、复制，粘到下面。粘过来看不出哪些行划掉了，请先在表里删掉。"
      wide
      state={{ busy: of.busy, message: text.trim() === '' ? undefined : message }}
      label="读这张表"
      busyLabel="正在读表"
      insteadLabel="不粘了"
      onAct={() => void read()}
      onClose={onClose}
      testId="paste-read"
    >
      <TextArea
        name="课程表"
        value={text}
        onInput={setText}
        example="粘在这里"
        maxLength={-1}
        size="tall"
        testId="paste-text"
      />
    </ActSheet>
  );
}

const pasted = (text: string): PickedFile => ({
  fileName: '粘贴的课程表.csv',
  file: Taro.arrayBufferToBase64(Uint8Array.from(utf8(text)).buffer),
});

/** Phones have no TextEncoder. Half a character cannot be encoded, but no cell has one. */
function utf8(text: string): number[] {
  const escaped = encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, ''));
  const bytes: number[] = [];
  for (let at = 0; at < escaped.length; at += 1) {
    if (escaped[at] !== '%') bytes.push(escaped.charCodeAt(at));
    else bytes.push(Number.parseInt(escaped.slice(at + 1, (at += 2) + 1), 16));
  }
  return bytes;
}
