import { fromUtf8, utf8 } from '../port';
import { fromBase64, toBase64 } from './base64';
import { asynchronous, Fail, type Bag } from './call';

export const USER_FOLDER = 'wxfile://usr';
const TEMPORARY = 'wxfile://tmp';
/** https://developers.weixin.qq.com/miniprogram/dev/framework/ability/file-system.html */
const MOST_OF_USER_FILES = 200 * 1024 * 1024;
type Bytes = Uint8Array<ArrayBuffer>;

/** The app's own folder and its temporary files. They live as long as the app runs. */
export class Files {
  private readonly files = new Map<string, Bytes>();
  private temporary = 0;

  read(path: string): Bytes {
    const found = this.files.get(path);
    if (!found) throw new Fail(`no such file or directory, open '${path}'`, 1300002);
    return found;
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  /** Keeps bytes under a new temporary path. */
  keep(bytes: Bytes, ending: string): string {
    const path = `${TEMPORARY}/${++this.temporary}.${ending}`;
    this.files.set(path, bytes);
    return path;
  }

  /** What `wx.getFileSystemManager` returns. */
  manager(): Bag {
    const write = (path: string, data: unknown, encoding = 'utf8') => {
      if (!path.startsWith(`${USER_FOLDER}/`)) throw new Fail(`permission denied, open '${path}'`, 1300013);
      const bytes = bytesOf(data, encoding);
      const others = [...this.files].reduce((sum, [name, one]) => sum + (name === path ? 0 : one.length), 0);
      if (others + bytes.length > MOST_OF_USER_FILES)
        throw new Fail('the maximum size of the file storage limit is exceeded', 1300202);
      this.files.set(path, bytes);
    };
    const read = (path: string, encoding?: string) => textOf(this.read(path), encoding);
    const remove = (path: string) => {
      this.read(path);
      this.files.delete(path);
    };
    const list = (folder: string) =>
      [...this.files.keys()].filter(path => path.startsWith(`${folder}/`)).map(path => path.slice(folder.length + 1));
    const access = (path: string) => void this.read(path);
    const stat = (path: string) => ({ size: this.read(path).length, isFile: () => true, isDirectory: () => false });
    const both = (name: string, work: (...args: never[]) => unknown, names: string[], result: string): Bag => ({
      [`${name}Sync`]: (...args: unknown[]) => {
        try {
          return work(...(args as never[]));
        } catch (error) {
          const { message, errCode } = error as Fail;
          throw Object.assign(new Error(`${name}Sync:fail ${message}`), {
            errMsg: `${name}Sync:fail ${message}`,
            errCode,
          });
        }
      },
      [name]: asynchronous(name, options => ({ [result]: work(...(names.map(key => options[key]) as never[])) })),
    });
    return {
      ...both('writeFile', write as never, ['filePath', 'data', 'encoding'], 'written'),
      ...both('readFile', read as never, ['filePath', 'encoding'], 'data'),
      ...both('unlink', remove as never, ['filePath'], 'removed'),
      ...both('readdir', list as never, ['dirPath'], 'files'),
      ...both('access', access as never, ['path'], 'there'),
      ...both('stat', stat as never, ['path'], 'stats'),
    };
  }
}

function bytesOf(data: unknown, encoding: string): Bytes {
  if (typeof data !== 'string') return new Uint8Array((data as ArrayBuffer).slice(0));
  return encoding === 'base64' ? fromBase64(data) : utf8(data);
}

function textOf(bytes: Bytes, encoding: string | undefined): string | ArrayBuffer {
  if (encoding === undefined) return bytes.slice().buffer;
  return encoding === 'base64' ? toBase64(bytes) : fromUtf8(bytes);
}
