import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** As the platform says: at most so many bytes, no slash in front, none twice. */
const LONGEST_PATH = 850;

/** Is this a path that a file may have? Nothing that leads out of the folder is. */
export const isFilePath = (path: string): boolean =>
  path !== '' &&
  Buffer.byteLength(path) <= LONGEST_PATH &&
  // eslint-disable-next-line no-control-regex
  !/[\u0000-\u001f\u007f\\]/.test(path) &&
  path.split('/').every(part => part !== '' && part !== '.' && part !== '..');

const NOT_THERE = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ELOOP']);

/** Files in a folder. A file is replaced as a whole: who reads sees the old one or the new one. */
export class FileBucket {
  constructor(private readonly folder: string) {}

  /** On disk when it resolves. */
  async put(path: string, bytes: Buffer): Promise<void> {
    const file = this.fileOf(path);
    await mkdir(dirname(file), { recursive: true });
    const fresh = join(this.folder, `.${randomUUID()}`);
    const handle = await open(fresh, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  }

  /** `undefined` where there is no such file, also where the file system can have none of that name. */
  async get(path: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.fileOf(path));
    } catch (error) {
      if (NOT_THERE.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  }

  /** False where there was none. */
  async remove(path: string): Promise<boolean> {
    if ((await this.get(path)) === undefined) return false;
    await rm(this.fileOf(path), { force: true });
    return true;
  }

  /** Any character may stand in a path, but not in a file name of every system. */
  private fileOf(path: string): string {
    if (!isFilePath(path)) throw new Error(`No file may be called ${JSON.stringify(path)}`);
    return join(this.folder, ...path.split('/').map(encodeURIComponent));
  }
}
