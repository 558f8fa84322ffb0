import Taro from '@tarojs/taro';
import { keepPicture } from '../../../../src/app/files/keep-picture.weapp';
import { keptWords } from '../../../../src/app/files/kept';

/** The album of a phone, as it answers. */
const taro = Taro as unknown as Record<string, unknown>;
let saved: string[];
let opened: number;
let written: [string, string, string][];

beforeEach(() => {
  saved = [];
  opened = 0;
  written = [];
  taro['env'] = { USER_DATA_PATH: 'wxfile://usr' };
  taro['getFileSystemManager'] = () => ({
    writeFileSync: (...all: [string, string, string]) => void written.push(all),
  });
  taro['openSetting'] = async () => void opened++;
  taro['showModal'] = async () => ({ confirm: true });
});
const album = (errMsg?: string) =>
  (taro['saveImageToPhotosAlbum'] = async ({ filePath }: { filePath: string }) => {
    if (errMsg) throw { errMsg };
    saved.push(filePath);
  });

test('a drawn file goes into the album as it is; a data address by way of a file', async () => {
  album();

  expect(await keepPicture('wxfile://tmp/poster.png', 'x')).toBe('album');
  expect(await keepPicture('data:image/png;base64,AAAA', 'x')).toBe('album');
  expect(await keepPicture('data:image/jpeg;base64,BBBB', 'x')).toBe('album');

  expect(written).toEqual([
    ['wxfile://usr/kept.png', 'AAAA', 'base64'],
    ['wxfile://usr/kept.jpg', 'BBBB', 'base64'],
  ]);
  expect(saved).toEqual(['wxfile://tmp/poster.png', 'wxfile://usr/kept.png', 'wxfile://usr/kept.jpg']);
});

test.each(['auth deny', 'auth denied', 'authorize no response', 'privacy permission is not authorized'])(
  'who does not let it in (%s) is shown the way to the setting, and told',
  async words => {
    album(`saveImageToPhotosAlbum:fail ${words}`);

    expect(await keepPicture('wxfile://a.png', 'x')).toBe('refused');
    expect(opened).toBe(1);
    expect(keptWords('refused')).toContain('截屏');
  },
);

test('who wants no setting is not sent there', async () => {
  album('saveImageToPhotosAlbum:fail auth deny');
  taro['showModal'] = async () => ({ confirm: false });

  expect(await keepPicture('wxfile://a.png', 'x')).toBe('refused');
  expect(opened).toBe(0);
});

test('thinking better of it is no failure, and a full phone is one', async () => {
  album('saveImageToPhotosAlbum:fail cancel');
  expect(await keepPicture('wxfile://a.png', 'x')).toBe('left');

  album('saveImageToPhotosAlbum:fail no space');
  expect(await keepPicture('wxfile://a.png', 'x')).toBe('failed');
});
