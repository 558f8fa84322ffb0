import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { forPerson } from './told';

/**
 * Two processes must not run on one data folder, because each would keep its own database in memory and write over
 * the other's. The running process leaves its address beside the folder. The address is believed only while
 * something answers there, because a process that was killed leaves the file behind.
 */
const noteOf = (data: string): string => `${data}.running.json`;
const ANSWERS_WITHIN_MS = 2_000;
/** How long a start may take before anything answers. */
const STARTING_MS = 30_000;

interface Note {
  pid: number;
  url: string | null;
  at: number;
}

function noteBeside(data: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(noteOf(data), 'utf8')) as Note;
  } catch {
    // The file is missing or was cut off in the middle, so nothing is known of a process.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It exists, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const reply = await fetch(`${url}/local/crowd`, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    return reply.ok;
  } catch {
    return false;
  }
}

const inUse = (url: string | null): Error =>
  forPerson(
    url
      ? `这份数据已经有一个惠工课堂在用：${url}。直接打开它；要重新启动，先在那个窗口按 Ctrl + C。\nThis data folder is in use by the one at ${url}: open that, or stop it first.`
      : '这份数据有一个惠工课堂正在启动，请等它启动好。\nAnother one is just starting on this data folder: wait for it.',
  );

/** @throws Error in a sentence, with the address of the process that runs on this folder. */
export async function refuseIfRunning(data: string): Promise<void> {
  const note = noteBeside(data);
  if (!note || !isAlive(note.pid)) return;
  if (note.url ? await answers(note.url) : Date.now() - note.at < STARTING_MS) throw inUse(note.url);
}

/** Takes the folder. `runsAt` tells where the process runs, `leave` gives the folder back. */
export function takeFolder(data: string): { runsAt: (url: string) => void; leave: () => void } {
  const write = (url: string | null, flag: 'w' | 'wx') =>
    writeFileSync(noteOf(data), JSON.stringify({ pid: process.pid, url, at: Date.now() } satisfies Note), { flag });
  mkdirSync(dirname(data), { recursive: true });
  // The process that ran here before did not answer, so it is gone.
  if (noteBeside(data)) rmSync(noteOf(data), { force: true });
  try {
    write(null, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw inUse(null);
    throw error;
  }
  const leave = () => rmSync(noteOf(data), { force: true });
  process.once('exit', leave);
  return { runsAt: url => write(url, 'w'), leave };
}
