import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The bench runs from `dist/tools`. */
export const ROOT = join(__dirname, '../..');
export const tool = (name: string) => join(ROOT, 'dist/tools', `${name}.js`);
export const PEERS = join(ROOT, 'bench/peers');

/** The first of these programs that exists, on the PATH or in one of the given folders. */
export function findProgram(name: string, folders: string[] = []): string | undefined {
  return [...(process.env['PATH'] ?? '').split(delimiter), ...folders]
    .filter(folder => folder !== '')
    .map(folder => join(folder, name))
    .find(existsSync);
}
