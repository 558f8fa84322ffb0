import { Journal } from '../../../emulator/database/journal';
import { newFolder } from './opened';

test('after a batch that failed nothing is written: the disk stays a beginning of what happened', async () => {
  const { folder, remove } = newFolder();
  const journal = new Journal(folder);
  await journal.describeCollection('numbers', '{}');
  journal.take('numbers', 1, () => 'before');
  await journal.whenDurable(journal.latest);

  const failed = journal.take('numbers', 2, () => {
    // Taken while the batch before it is on its way to a disk that has no room.
    journal.take('numbers', 3, () => 'meanwhile');
    throw new Error('ENOSPC: no space left on device');
  });
  await expect(journal.whenDurable(failed)).rejects.toThrow('ENOSPC');
  journal.take('numbers', 4, () => 'afterwards');
  await expect(journal.whenDurable(journal.latest)).rejects.toThrow('ENOSPC');
  await expect(journal.describeCollection('later', '{}')).rejects.toThrow('ENOSPC');
  await journal.close();

  const again = new Journal(folder);
  expect([...again.documents()].map(({ text }) => text)).toEqual(['before']);
  expect([...again.collectionNames().keys()]).toEqual(['numbers']);
  await again.close();
  remove();
});
