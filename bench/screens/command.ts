import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';
import { end, freePort, spawnServer } from '../contenders/child';
import { tool } from '../contenders/paths';
import { median } from '../part';
import { peopleAt, type Person } from './people';

/** The product with its sample data in a folder of its own, and a browser. */
export interface Ground {
  rounds: number;
  browser: Browser;
  /** Address of the product. */
  url: string;
  people: Person[];
}

/** Reads the options, runs `measure`, prints the Markdown that it returns, and writes it to the file of `--markdown`. */
export function command(help: string, rounds: number, measure: (ground: Ground) => Promise<string>): void {
  run(help, rounds, measure).catch((error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exit(1);
  });
}

async function run(help: string, rounds: number, measure: (ground: Ground) => Promise<string>): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: String(rounds) },
      markdown: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(help);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: set CHROMIUM=/path/to/chromium.');

  const data = mkdtempSync(join(tmpdir(), 'screens-'));
  const port = await freePort();
  const options = ['--no-open', '--fresh', '--data', data, '--port', String(port)];
  const server = await spawnServer(process.execPath, [tool('start'), ...options], port);
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  try {
    const url = `http://127.0.0.1:${port}`;
    const people = await peopleAt(url);
    await farFromOpening(url);
    const text = await measure({ rounds: Number(values.rounds), browser, url, people });
    console.log(`\n${text}`);
    if (values.markdown) writeFileSync(values.markdown, `${text}\n`);
  } finally {
    await browser.close();
    await end(server);
    rmSync(data, { recursive: true, force: true });
  }
}

/** The sample's next batch opens in a minute. Here it opens in an hour, so that every round sees the same screens. */
async function farFromOpening(url: string): Promise<void> {
  const body = JSON.stringify({ batchId: 'yc-spring-1', inSeconds: 3_600 });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/local/reopen`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`The batch could not be put off: ${answer.status}`);
}

/** Keeps the visits under a key. The median is taken of each figure by itself. */
export class Visits<V extends { [Figure in keyof V]: number }> {
  private readonly of = new Map<string, V[]>();

  add(key: string, visit: V): void {
    this.of.set(key, [...(this.of.get(key) ?? []), visit]);
  }

  median(key: string): V {
    const visits = this.of.get(key);
    if (!visits) throw new Error(`${key} was not visited`);
    const figures = Object.keys(visits[0]!) as (keyof V)[];
    return Object.fromEntries(figures.map(figure => [figure, median(visits.map(one => one[figure]))])) as V;
  }
}

/** A table in Markdown: the first column to the left, figures to the right. */
export const table = (head: string[], rows: string[][]): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
