import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../emulator/database/database';
import { newFolder } from './opened';

const open = (folder: string) => openDatabase({ folder, now: () => 0 });
let on: ReturnType<typeof newFolder>;
beforeEach(() => (on = newFolder()));
afterEach(() => on.remove());

test('a data folder is made where there is none', async () => {
  const folder = join(on.folder, 'deep', 'inside');
  await (await open(folder)).close();

  expect(JSON.parse(readFileSync(join(folder, 'format.json'), 'utf8'))).toEqual({ format: 1 });
});

test('a data folder of another version is refused in one sentence that says what to do', async () => {
  writeFileSync(join(on.folder, 'format.json'), JSON.stringify({ format: 2 }));

  await expect(open(on.folder)).rejects.toThrow(
    /^The data folder .* has format 2, and this version reads format 1: remove the folder to begin anew, or use the version that made it\.$/,
  );
});

test('a stamp that cannot be read is refused', async () => {
  writeFileSync(join(on.folder, 'format.json'), 'half a stamp');

  await expect(open(on.folder)).rejects.toThrow(/has format an unreadable one/);
});

test('a folder of something else is left alone', async () => {
  mkdirSync(join(on.folder, 'photos'));

  await expect(open(on.folder)).rejects.toThrow(/holds files that are not this emulator's/);
});

test('a declaration makes its collections, keeps what is in them, and adds indexes to it', async () => {
  const bare = await open(on.folder);
  await bare.import('sections', [{ _id: 'a', code: 1 }]);
  await bare.close();
  const indexes = [{ name: 'code', keys: [{ field: 'code', direction: 1 }], unique: true }];
  const declaration = { version: 1, collections: [{ name: 'sections', indexes }, { name: 'members' }] };

  const database = await openDatabase({ folder: on.folder, now: () => 0, declaration });

  expect(database.collections().sort()).toEqual(['members', 'sections']);
  const reply = await database.handle('database.insertDocument', { collectionName: 'sections', data: ['{"code":1}'] });
  expect(reply).toHaveProperty('message', expect.stringContaining('E11000'));
  await database.close();
});

test('an index whose uniqueness the documents break is refused with their value', async () => {
  const bare = await open(on.folder);
  await bare.import('sections', [{ code: 1 }, { code: 1 }]);
  await bare.close();
  const indexes = [{ name: 'code', keys: [{ field: 'code' }], unique: true }];

  await expect(
    openDatabase({ folder: on.folder, now: () => 0, declaration: { collections: [{ name: 'sections', indexes }] } }),
  ).rejects.toThrow(/E11000.*code/);
});
