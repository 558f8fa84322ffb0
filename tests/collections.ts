import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DECLARED = JSON.parse(readFileSync(join(__dirname, '../server/database.json'), 'utf8')) as {
  collections: { name: string }[];
};

/** Every collection that is declared, so that a check of all of them sees a new one. */
export const COLLECTIONS = DECLARED.collections.map(one => one.name);
