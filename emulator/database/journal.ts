import { open, type RootDatabase } from 'lmdb';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The layout of the data folder. This code cannot read one with another number. */
const FORMAT = 1;
const STAMP = 'format.json';

/** The latest state of one document on its way to disk. Without `text` the document was removed. */
interface Change {
  key: [collection: string, sequence: number];
  text?: () => string;
}

/** A stored document as extended JSON; they are read in the order of insertion. */
export interface Stored {
  collection: string;
  sequence: number;
  text: string;
}

function checkFormat(folder: string): void {
  const stamp = join(folder, STAMP);
  if (!existsSync(stamp)) {
    if (existsSync(folder) && readdirSync(folder).length > 0)
      throw new Error(
        `The data folder ${folder} holds files that are not this emulator's: choose an empty folder, or remove it to begin anew.`,
      );
    mkdirSync(folder, { recursive: true });
    writeFileSync(stamp, JSON.stringify({ format: FORMAT }));
    return;
  }
  let format: unknown;
  try {
    format = (JSON.parse(readFileSync(stamp, 'utf8')) as { format?: unknown }).format;
  } catch {
    format = 'an unreadable one';
  }
  if (format !== FORMAT)
    throw new Error(
      `The data folder ${folder} has format ${String(format)}, and this version reads format ${FORMAT}: remove the folder to begin anew, or use the version that made it.`,
    );
}

/**
 * The way to disk. Changes gather while a batch is being written and synced, and are written together as the next
 * batch. So one sync serves all requests that wait (group commit).
 */
export class Journal {
  private readonly root: RootDatabase<string, [string, number]>;
  private readonly collections: RootDatabase<string, string>;
  /** Changes by document. Of several changes to one document, only the last is written. */
  private gathered = new Map<string, Change>();
  private running: Promise<void> | undefined;
  /** Number of the last change taken, and of the last one that is on disk. */
  private taken = 0;
  private durable = 0;
  private failure: Error | undefined;
  private waiting: { upTo: number; settle: (failure?: Error) => void }[] = [];

  constructor(folder: string) {
    checkFormat(folder);
    // One batch is written and synced before the next begins, so a sync has nothing to overlap with.
    this.root = open({ path: join(folder, 'documents.mdb'), encoding: 'string', maxDbs: 4, overlappingSync: false });
    this.collections = this.root.openDB({ name: 'collections', encoding: 'string' }) as never;
  }

  /** Names of the collections, with the description of each. */
  collectionNames(): Map<string, string> {
    return new Map([...this.collections.getRange()].map(({ key, value }) => [key, value]));
  }

  /** Creates or describes a collection; synced with the next batch at the latest. */
  async describeCollection(name: string, description: string): Promise<void> {
    this.check();
    try {
      await this.collections.put(name, description);
      await this.root.flushed;
    } catch (error) {
      throw this.fail(error);
    }
  }

  /** All documents in the order of their insertion, collection by collection. */
  *documents(): Iterable<Stored> {
    for (const { key, value } of this.root.getRange()) {
      // The names of inner databases are entries of the root, too, and are skipped.
      if (Array.isArray(key)) yield { collection: key[0], sequence: key[1], text: value };
    }
  }

  /** Takes a change and returns its number. The text is requested when it is written, and never after a failure. */
  take(collection: string, sequence: number, text: (() => string) | undefined): number {
    const change = ++this.taken;
    if (this.failure) return change;
    const key: Change['key'] = [collection, sequence];
    this.gathered.set(`${sequence}/${collection}`, text ? { key, text } : { key });
    this.running ??= this.run();
    return change;
  }

  /** Number of the last change taken. */
  get latest(): number {
    return this.taken;
  }

  /** @throws Error if the disk is full or gone. From then on nothing counts as written. */
  check(): void {
    if (this.failure) throw this.failure;
  }

  /** Resolves when the change with this number, and every one before it, is on disk. */
  whenDurable(change: number): Promise<void> | undefined {
    if (this.failure) return Promise.reject(this.failure);
    if (change <= this.durable) return undefined;
    return new Promise((resolve, reject) => {
      this.waiting.push({ upTo: change, settle: failure => (failure ? reject(failure) : resolve()) });
    });
  }

  private async run(): Promise<void> {
    // Waits one turn of the event loop, so that changes that arrive together are written together.
    await new Promise(resolve => setImmediate(resolve));
    try {
      while (this.gathered.size > 0) {
        const batch = this.gathered;
        this.gathered = new Map();
        const upTo = this.taken;
        await this.root.batch(() => {
          for (const { key, text } of batch.values()) {
            if (text) void this.root.put(key, text());
            else void this.root.remove(key);
          }
        });
        await this.root.flushed;
        this.durable = upTo;
        const due = this.waiting.filter(one => one.upTo <= upTo);
        this.waiting = this.waiting.filter(one => one.upTo > upTo);
        for (const one of due) one.settle();
      }
    } catch (error) {
      this.fail(error);
    } finally {
      this.running = undefined;
    }
  }

  /**
   * Handles a disk that is full or gone. Nothing more is acknowledged or written, because the disk would lack the
   * changes before it.
   */
  private fail(error: unknown): Error {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
    this.gathered.clear();
    for (const one of this.waiting.splice(0)) one.settle(this.failure);
    return this.failure;
  }

  /** Writes the remaining changes, if nothing has failed, and closes the folder. */
  async close(): Promise<void> {
    await this.running;
    await this.root.close();
  }
}
