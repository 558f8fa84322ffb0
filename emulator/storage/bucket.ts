import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The platform's limit for a path, in bytes. A path has no leading and no double slash. */
const LONGEST_PATH = 850;

/** Is this a path that a file may have? A path that leads out of the folder is not. */
export const isFilePath = (path: string): boolean =>
  path !== '' &&
  Buffer.byteLength(path) <= LONGEST_PATH &&
  // eslint-disable-next-line no-control-regex
  !/[\u0000-\u001f\u007f\\]/.test(path) &&
  path.split('/').every(part => part !== '' && part !== '.' && part !== '..');

const NOT_THERE = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ELOOP']);

/** Files in a folder. A file is replaced as a whole, so that a reader sees the old one or the new one. */
export class FileBucket {
  constructor(private readonly folder: string) {}

  /** The file is on disk when this resolves. */
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

  /** `undefined` if there is no such file, or if the file system cannot have one of that name. */
  async get(path: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.fileOf(path));
    } catch (error) {
      if (NOT_THERE.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  }

  /** False if there was none. */
  async remove(path: string): Promise<boolean> {
    if ((await this.get(path)) === undefined) return false;
    await rm(this.fileOf(path), { force: true });
    return true;
  }

  /** A path may contain any character, but a file name may not on every system. */
  private fileOf(path: string): string {
    if (!isFilePath(path)) throw new Error(`No file may be called ${JSON.stringify(path)}`);
    return join(this.folder, ...path.split('/').map(encodeURIComponent));
  }
}
