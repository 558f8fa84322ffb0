import Taro from '@tarojs/taro';
import type { DownloadedFile } from '../../../domain/api';

/**
 * Hands a finished file to the person: WeChat opens it, and its menu sends it on or keeps it. The copy in the
 * mini-program's own folder, where the person cannot find it, is removed when the next file is saved.
 */
export async function saveFile({ fileName, file }: DownloadedFile): Promise<void> {
  const folder = Taro.env.USER_DATA_PATH ?? '';
  const files = Taro.getFileSystemManager();
  for (const old of files.readdirSync(folder).filter(name => name.endsWith('.xlsx')))
    files.unlinkSync(`${folder}/${old}`);
  const filePath = `${folder}/${fileName}`;
  files.writeFileSync(filePath, file, 'base64');
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
}
