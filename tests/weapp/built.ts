import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The mini-program as it is sent to WeChat. */
export const WEAPP = join(__dirname, '../../dist/weapp');

/** The files of the build whose names end so, by their paths. */
export const built = (end: string): string[] =>
  (readdirSync(WEAPP, { recursive: true }) as string[])
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith(end))
    .sort();

export const textOf = (name: string): string => readFileSync(join(WEAPP, name), 'utf8');
