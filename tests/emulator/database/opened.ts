import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, type DatabaseDeclaration, openDatabase } from '../../../emulator/database/database';

/** A new data folder of its own, removed by `remove`. */
export function newFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'database-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Opened {
  database: Database;
  /** Closes it and opens it anew on the same folder, as after a restart. */
  reopen(): Promise<Database>;
  close(): Promise<void>;
}

/** A database on a folder of its own. */
export async function opened(declaration?: DatabaseDeclaration): Promise<Opened> {
  const { folder, remove } = newFolder();
  const open = () => openDatabase({ folder, declaration, now: () => 0 });
  const all: Opened = {
    database: await open(),
    async reopen() {
      await all.database.close();
      return (all.database = await open());
    },
    async close() {
      await all.database.close();
      remove();
    },
  };
  return all;
}

/** The data of a reply; fails where it is a refusal. */
export async function dataOf(reply: ReturnType<Database['handle']>): Promise<never> {
  const answer = await reply;
  if ('code' in answer) throw new Error(`${answer.code}: ${answer.message}`);
  return answer.data as never;
}
