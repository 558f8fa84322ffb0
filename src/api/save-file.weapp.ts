import Taro from '@tarojs/taro';
import type { DownloadedFile } from '../../domain/api';

/**
 * Hands a made file to the person: WeChat opens it, and its menu sends it on or keeps it. The copy in the mini-program's
 * own folder, where nobody finds it again, goes with the next one.
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
