import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');
const ROOMS = 'bench charts cloudfunctions config domain emulator rehearse sample scripts server src torture'.split(
  ' ',
);
/** The conditions of a document hold conditions. */
const HONEST = [['emulator/database/conditions.ts', 'emulator/database/match.ts']];

const files = ROOMS.flatMap(room =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ts|tsx|mjs)$/.test(name) && !name.includes('node_modules'))
    .map(name => join(room, name)),
);
const ENDS = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx', '.h5.ts', '.h5.tsx', '.weapp.ts', '.weapp.tsx'];

/** What each file imports of ours, types included. */
function importsOf(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = (from: string, name: string) =>
    name.startsWith('.') ? ENDS.map(end => join(dirname(from), name) + end).filter(path => texts.has(path)) : [];
  return new Map(
    [...texts].map(([file, text]) => [
      file,
      ts.preProcessFile(text).importedFiles.flatMap(({ fileName }) => found(file, fileName)),
    ]),
  );
}

/** Groups of files of which each can be reached from each other one (Tarjan). */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const reached = order.has(next) ? (path.includes(next) ? order.get(next)! : Infinity) : visit(next);
      lowest.set(file, Math.min(lowest.get(file)!, reached));
    }
    if (lowest.get(file) === order.get(file)) {
      const circle = path.splice(path.indexOf(file));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return lowest.get(file)!;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

test('no two files import each other, by whatever way round, but the one honest recursion', () => {
  const texts = new Map(files.map(file => [file, readFileSync(join(ROOT, file), 'utf8')]));

  expect(texts.size).toBeGreaterThan(800);
  expect(circlesIn(importsOf(texts))).toEqual(HONEST);
});

test('a circle would be found: over three files, and by a type alone', () => {
  const texts = new Map([
    ['a/one.ts', "import { two } from './two';"],
    ['a/two.ts', "export { three } from '../b';"],
    ['b/index.ts', "import type { One } from '../a/one';"],
    ['b/four.ts', "import { one } from '../a/one';"],
  ]);

  expect(circlesIn(importsOf(texts))).toEqual([['a/one.ts', 'a/two.ts', 'b/index.ts']]);
});
