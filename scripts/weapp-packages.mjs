import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const KB = 1024;
/**
 * In bytes. WeChat allows 2 MB per package and 20 MB in total. We keep the main package smaller, because everybody
 * waits for it.
 */
export const LIMITS = { main: 600 * KB, package: 2 * 1024 * KB, total: 20 * 1024 * KB };

/**
 * Files and bytes of each package of a built mini-program: `main` and the roots of its subpackages. Source maps are
 * not uploaded, so they do not count.
 */
export function packagesOf(folder) {
  const { subPackages = [], subpackages = subPackages } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8'));
  const roots = subpackages.map(({ root }) => root.replace(/\/?$/, '/'));
  const packages = Object.fromEntries(['main', ...roots].map(name => [name, { files: 0, bytes: 0 }]));
  for (const file of readdirSync(folder, { recursive: true })) {
    const path = join(folder, file);
    if (!statSync(path).isFile() || path.endsWith('.map')) continue;
    const name = file.replaceAll('\\', '/');
    const one = packages[roots.find(root => name.startsWith(root)) ?? 'main'];
    one.files += 1;
    one.bytes += statSync(path).size;
  }
  return packages;
}
