import { writeSync } from 'node:fs';
import { openDatabase } from '../../../emulator/database/database';

/** Writes without end, twenty at a time, and tells every write as soon as it is acknowledged (`durability.test.ts`). */
async function main(): Promise<void> {
  const database = await openDatabase({ folder: process.argv[2]!, now: Date.now });
  await database.import('sections', [{ _id: 's', line: [], count: 0 }]);
  await database.handle('database.addCollection', { collectionName: 'lines' });
  let next = 0;

  const write = async (id: string): Promise<string> => {
    if (next % 2 === 0) {
      await database.handle('database.insertDocument', {
        collectionName: 'lines',
        data: [JSON.stringify({ _id: id })],
      });
      return `i${id}`;
    }
    await database.handle('database.modifyDocument', {
      collectionName: 'sections',
      query: '{"_id":"s"}',
      data: JSON.stringify({ $push: { line: id }, $inc: { count: 1 } }),
    });
    return `p${id}`;
  };
  const read = async (): Promise<string> => {
    const reply = await database.handle('database.getDocument', { collectionName: 'sections', query: '{"_id":"s"}' });
    const text = (reply as { data: { list: string[] } }).data.list[0]!;
    return `r${(JSON.parse(text) as { count: number }).count}`;
  };

  await Promise.all(
    Array.from({ length: 20 }, async (_, writer) => {
      for (;;) writeSync(1, `${writer === 0 ? await read() : await write(`w${next++}`)}\n`);
    }),
  );
}

void main();
