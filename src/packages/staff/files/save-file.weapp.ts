import Taro from '@tarojs/taro';
import type { PickedFile } from './picked-file';

/** Hands a made file to the person: WeChat opens it, and its menu sends it on or keeps it. */
export async function saveFile({ fileName, file }: PickedFile): Promise<void> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  Taro.getFileSystemManager().writeFileSync(filePath, file, 'base64');
  await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
}
