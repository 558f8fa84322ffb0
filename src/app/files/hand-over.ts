import type { DownloadedFile } from '../../../domain/api';
import { saveFile } from './save-file';

type Answered = { ok: true; data: DownloadedFile } | { ok: false; message: string };

/** Hands the file of an answer to the person. Says its name, or why they have none. */
export async function handOver(answer: Answered): Promise<{ fileName: string } | { fault: string }> {
  if (!answer.ok) return { fault: answer.message };
  try {
    await saveFile(answer.data);
    return { fileName: answer.data.fileName };
  } catch (error) {
    console.warn('The file could not be kept', error);
    return { fault: '文件已经做好，但没能打开，看看手机还有没有地方，再试一次' };
  }
}
