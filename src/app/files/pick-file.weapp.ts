import Taro from '@tarojs/taro';
import type { PickedFile } from './picked-file';

/**
 * Lets the person choose one course sheet from a chat, which is where sheets are on a phone. `undefined` if they
 * chose none.
 */
export async function pickFile(): Promise<PickedFile | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv', 'xls'] }).catch(
    (error: { errMsg?: string }) => {
      if (/cancel/.test(error.errMsg ?? '')) return undefined;
      throw new Error('没能打开聊天里的文件，请再试一次');
    },
  );
  const file = chosen?.tempFiles[0];
  if (!file) return undefined;
  const bytes = Taro.getFileSystemManager().readFileSync(file.path, 'base64') as string;
  return { fileName: file.name, file: bytes };
}
