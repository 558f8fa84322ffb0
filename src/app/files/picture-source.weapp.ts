import Taro from '@tarojs/taro';
import { dataOf, type Picture } from './picture-data';

/**
 * The source of an image. In WeChat everything that a page shows crosses to another thread, so the picture becomes a file
 * and only its path crosses. Without room for a file the picture itself does.
 * @param name the same name gives the same file.
 */
export function pictureSource(name: string, picture: Picture): string {
  const end = /jpe?g/.test(picture.contentType) ? 'jpg' : 'png';
  const path = `${Taro.env.USER_DATA_PATH}/${name.replace(/[^\w-]+/g, '-')}.${end}`;
  try {
    Taro.getFileSystemManager().writeFileSync(path, picture.picture, 'base64');
    return path;
  } catch (error) {
    console.warn('No file for a picture', error);
    return dataOf(picture);
  }
}
