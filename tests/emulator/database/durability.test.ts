import { buildSync } from 'esbuild';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openDatabase } from '../../../emulator/database/database';
import { newFolder, opened } from './opened';

const ROOT = join(__dirname, '../../..');

/**
 * Starts a process that writes without end and tells each acknowledged write, and kills it with SIGKILL in the middle.
 * Returns what it had told.
 */
async function killedWhileWriting(folder: string, program: string, afterLines: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, folder], {
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > afterLines) child.kill('SIGKILL');
  });
  const signal = await new Promise(resolve => child.on('close', (_code, by) => resolve(by)));
  expect(signal).toBe('SIGKILL');
  // The last line may be cut.
  return said.split('\n').slice(0, -1);
}

test('kill -9 loses no acknowledged write', async () => {
  const { folder, remove } = newFolder();
  const bundle = newFolder();
  const program = join(bundle.folder, 'endless-writer.cjs');
  buildSync({
    entryPoints: [join(__dirname, 'endless-writer.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    external: ['lmdb'],
  });

  const told = await killedWhileWriting(folder, program, 400);

  const database = await openDatabase({ folder, now: () => 0 });
  const ids = new Set(database.read('lines').map(document => document._id));
  const section = database.read('sections')[0]!;
  const inserted = told.filter(line => line.startsWith('i')).map(line => line.slice(1));
  const pushed = told.filter(line => line.startsWith('p')).map(line => line.slice(1));
  const seen = told.filter(line => line.startsWith('r')).map(line => Number(line.slice(1)));
  expect(inserted.length).toBeGreaterThan(50);
  expect(pushed.length).toBeGreaterThan(50);
  expect(inserted.filter(id => !ids.has(id))).toEqual([]);
  expect(pushed.filter(id => !(section.line as string[]).includes(id))).toEqual([]);
  // What somebody has read must be there, too.
  expect(section.count as number).toBeGreaterThanOrEqual(Math.max(...seen));
  // And no half of an update: the line and its counter were written in one piece.
  expect((section.line as string[]).length).toBe(section.count);
  await database.close();
  remove();
  bundle.remove();
});

test('what was written is there after a restart, in the order of insertion, removed documents are not', async () => {
  const on = await opened();
  await on.database.import('course', [{ _id: 'c' }, { _id: 'a', at: new Date(5), n: 1 }, { _id: 'b' }, { _id: 7 }]);
  await on.database.handle('database.removeDocument', { collectionName: 'course', query: '{"_id":"c"}' });
  await on.database.handle('database.modifyDocument', {
    collectionName: 'course',
    query: '{"_id":"a"}',
    data: '{"$inc":{"n":1}}',
  });

  const database = await on.reopen();

  expect(database.read('course')).toEqual([{ _id: 'a', at: new Date(5), n: 2 }, { _id: 'b' }, { _id: 7 }]);
  await on.close();
});

test('collections that a function made are there after a restart, empty ones too', async () => {
  const on = await opened();
  await on.database.handle('database.addCollection', { collectionName: 'made' });

  const database = await on.reopen();

  expect(database.collections()).toEqual(['made']);
  await on.close();
});

test('a transaction that was not committed leaves nothing behind', async () => {
  const on = await opened();
  await on.database.import('course', [{ _id: 'a', n: 1 }]);
  const started = await on.database.handle('database.startTransaction', {});
  const { transactionId } = started as { transactionId: string };
  await on.database.handle('database.modifyDocument', {
    collectionName: 'course',
    queryType: 'DOC',
    transactionId,
    query: '{"_id":"a"}',
    data: '{"$set":{"n":2}}',
  });

  const database = await on.reopen();

  expect(database.read('course')).toEqual([{ _id: 'a', n: 1 }]);
  await on.close();
});
