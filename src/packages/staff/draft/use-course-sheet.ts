import { useState } from 'react';
import type { Input, SheetView } from '../../../../domain/api';
import { isRight } from '../../../../domain/sheet/draft';
import { tooLargeToSend } from '../../../../domain/sheet/limits';
import { call, LONG_CALL_MS } from '../../../app/call/call';
import { pickFile } from '../../../app/files/pick-file';
import type { PickedFile } from '../../../app/files/picked-file';
import { openRows, type Mended } from './sheet-cells';
import type { Draft } from './use-draft';

type File = Omit<Input<'draft.readSheet'>, 'draftId'>;

/** What staff have said about the sheet so far. */
export interface Said extends Pick<File, 'sheet' | 'hidden' | 'struck'> {
  mended: Mended[];
  without: number[];
}
const NOTHING: Said = { mended: [], without: [] };

interface Sheet {
  picked: PickedFile;
  said: Said;
  read: SheetView;
  /** Rows that are in the draft already. */
  imported: number[];
  /** False while it is put aside. */
  open: boolean;
}

const fileOf = ({ fileName, file }: PickedFile, { mended, without, ...answers }: Said): File => ({
  fileName,
  file,
  ...answers,
  ...(mended.length > 0 ? { mended: mended.map(({ row, column, value }) => ({ row, column, value })) } : {}),
  ...(without.length > 0 ? { without } : {}),
});

/**
 * The course sheet on its way into a draft. The server keeps nothing between two readings. So each reading sends the
 * corrections and omissions again, and they last as long as the page.
 */
export function useCourseSheet(draft: Draft, draftId: string) {
  const [sheet, setSheet] = useState<Sheet>();
  const [busy, setBusy] = useState(false);

  /** The file as it is understood with what staff have said, or a sentence that says why it is not. */
  async function look(picked: PickedFile, said: Said): Promise<SheetView | string> {
    const file = fileOf(picked, said);
    const large = tooLargeToSend(file);
    if (large !== undefined) return large;
    setBusy(true);
    const answer = await call('draft.readSheet', { draftId, ...file }, { timeoutMs: LONG_CALL_MS });
    setBusy(false);
    if (answer.ok) return answer.data;
    return answer.code === 'SHEET_UNREADABLE' ? answer.details.text : answer.message;
  }

  /**
   * Reads a sheet that was chosen or pasted, for the first time. False if it could not be read; the reason is shown.
   */
  async function open(picked: PickedFile): Promise<boolean> {
    draft.say(undefined);
    setBusy(true);
    const made = await draft.make();
    const read = made.ok ? await look(picked, NOTHING) : made.message;
    setBusy(false);
    if (typeof read === 'string') draft.say(read);
    else setSheet({ picked, said: NOTHING, read, imported: [], open: true });
    return typeof read !== 'string';
  }

  async function upload() {
    draft.say(undefined);
    try {
      const picked = await pickFile();
      if (picked) await open(picked);
    } catch (error) {
      draft.say(error instanceof Error ? error.message : '这个文件打不开，请换一个再试');
    }
  }

  /**
   * Adds what staff have said about the sheet and reads it anew. If that cannot be read, it is reported and not
   * kept.
   */
  async function say(change: Partial<Said>): Promise<SheetView | string> {
    if (!sheet || busy) return '正在读表，请稍等';
    // On another tab these names mean other cells.
    const said = { ...sheet.said, ...(change.sheet === undefined ? {} : NOTHING), ...change };
    const read = await look(sheet.picked, said);
    if (typeof read !== 'string') setSheet({ ...sheet, said, read });
    return read;
  }

  /** Imports the correct rows into the draft. The others stay here, to be corrected and added. */
  async function take(how: 'replace' | 'append') {
    if (!sheet) return;
    const { picked, said, read, imported } = sheet;
    const right = openRows(read, imported)
      .filter(isRight)
      .map(({ row }) => row);
    const only = imported.length > 0 ? right : read.clean ? undefined : ('right' as const);
    const answer = await draft.write('draft.importSheet', {
      ...fileOf(picked, said),
      how: imported.length > 0 ? 'append' : how,
      ...(only === undefined ? {} : { only }),
    });
    if (!answer.ok) return;
    const after = { ...sheet, imported: [...imported, ...right], open: false };
    setSheet(openRows(read, after.imported).length > 0 ? after : undefined);
  }

  return {
    sheet,
    busy,
    upload,
    open,
    say,
    take,
    fileNow: () => sheet && fileOf(sheet.picked, sheet.said),
    putAside: () => setSheet(sheet && { ...sheet, open: false }),
    resume: () => setSheet(sheet && { ...sheet, open: true }),
    forget: () => setSheet(undefined),
  };
}
export type CourseSheet = ReturnType<typeof useCourseSheet>;
