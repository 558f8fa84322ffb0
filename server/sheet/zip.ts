import { strFromU8, unzipSync } from 'fflate';

/** The most that a course sheet's parts may take when unpacked. A sheet of 1,000 rows has about 1 MB. */
const UNPACKED_LIMIT = 16 * 1024 * 1024;
const ENTRIES_LIMIT = 2_000;

/** `\\xl\\Workbook.xml` → `xl/workbook.xml`. Some programs on Windows write backslashes, and names in any case. */
export const pathOf = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

/**
 * The text of the requested parts of an .xlsx, by path (`pathOf`). Throws if the archive is broken or a bomb.
 *
 * Each part is unpacked into a buffer of the size that the archive's directory declares for it, so anything beyond that
 * is dropped. The declared sizes are added up before anything is unpacked.
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
