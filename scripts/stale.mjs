import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = new URL('..', import.meta.url).pathname.replace(/^\/([A-Za-z]:)/, '$1');

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (name !== 'node_modules' && !name.startsWith('.')) yield* filesUnder(join(path, name));
  }
}

/** A digest of the contents of files and folders, so that what did not change is not built again. */
export function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(join(ROOT, path))) {
      hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

const stampOf = name => join(ROOT, '.cache', 'stamps', name);

/** Runs `make`, unless `output` is there and `inputs` and `flags` are as when it was last made. True if it ran. */
export async function unlessFresh(name, { inputs, flags = '', output }, make) {
  const now = digest(inputs) + flags;
  const stamp = stampOf(name);
  if (existsSync(join(ROOT, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false;
  await make();
  mkdirSync(join(ROOT, '.cache', 'stamps'), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
