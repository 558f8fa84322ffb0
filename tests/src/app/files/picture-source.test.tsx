import Taro from '@tarojs/taro';
// Jest takes the browser's file by itself.
import { pictureSource } from '../../../../src/app/files/picture-source.weapp';

const PICTURE = { picture: 'iVBORw0KGgo=', contentType: 'image/png' };
const written = new Map<string, string>();
let full = false;
const wechat = Taro as unknown as { env: object; getFileSystemManager: () => object };

beforeEach(() => {
  full = false;
  written.clear();
  wechat.env = { USER_DATA_PATH: 'wxfile://usr' };
  wechat.getFileSystemManager = () => ({
    writeFileSync: (path: string, text: string, encoding: string) => {
      if (full) throw { errMsg: 'writeFileSync:fail the maximum size of the file storage limit is exceeded' };
      written.set(path, `${encoding} ${text}`);
    },
  });
});

test('in WeChat a page gets the path of a picture, not the picture', () => {
  const source = pictureSource('code-section-s 1/2', PICTURE);

  expect(source).toBe('wxfile://usr/code-section-s-1-2.png');
  expect(written).toEqual(new Map([[source, 'base64 iVBORw0KGgo=']]));
});

test('without room for a file the picture is shown all the same', () => {
  full = true;
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);

  expect(pictureSource('code', PICTURE)).toBe('data:image/png;base64,iVBORw0KGgo=');
  expect(warned).toHaveBeenCalled();
});
