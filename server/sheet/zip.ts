import { strFromU8, unzipSync } from 'fflate';

/** What a course sheet's parts may weigh, unpacked. One of 1,000 rows has about 1 MB. */
const UNPACKED_LIMIT = 16 * 1024 * 1024;
const ENTRIES_LIMIT = 2_000;

/** `\\xl\\Workbook.xml` → `xl/workbook.xml`: some programs on Windows write their own slashes, and names in any case. */
export const pathOf = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

/**
 * The text of the parts of an .xlsx that are asked for, by path (`pathOf`). Throws where the archive is broken or a bomb.
 *
 * Each part is unpacked into a buffer of the size that the archive's directory declares for it, so what an archive
 * really holds beyond that is dropped, and the declared sizes are added up before anything is unpacked.
 */
export function unzipText(bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, string> {
  let unpacked = 0;
  let entries = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries += 1;
      if (entries > ENTRIES_LIMIT) throw new Error('Too many parts');
      if (!wanted(pathOf(name))) return false;
      unpacked += originalSize;
      if (unpacked > UNPACKED_LIMIT) throw new Error('Too large when unpacked');
      return true;
    },
  });
  return new Map(Object.entries(files).map(([path, data]) => [pathOf(path), strFromU8(data)]));
}
