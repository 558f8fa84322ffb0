/** A line of the emulator's log: a function's own console, one call, or a message of the emulator itself. */
export interface LogLine {
  /** Epoch milliseconds, real time. */
  at: number;
  kind: 'console' | 'call' | 'emulator';
  level: 'info' | 'warn' | 'error';
  text: string;
  function?: string;
  /** Number of the instance within its function, from 1. */
  instance?: number;
  requestId?: string;
  /** How long the function worked. */
  ms?: number;
}

export type Log = (line: LogLine) => void;

const COLOURS = { info: '', warn: '\u001b[33m', error: '\u001b[31m' } as const;

/**
 * `12:03:04.512 line#2 5f3a-1c 14 ms  text`: time, function and instance, request, duration, text.
 * @param zone minutes by which the reader's clock is ahead of UTC.
 */
export function readable(line: LogLine, { zone, colour = false }: { zone: number; colour?: boolean }): string {
  const who = line.function === undefined ? 'emulator' : `${line.function}#${line.instance ?? '-'}`;
  const parts = [
    new Date(line.at + zone * 60_000).toISOString().slice(11, 23),
    who.padEnd(12),
    ...(line.requestId === undefined ? [] : [line.requestId]),
    ...(line.ms === undefined ? [] : [`${line.ms.toFixed(1)} ms`]),
    line.text,
  ];
  const text = parts.join(' ');
  return colour && COLOURS[line.level] ? `${COLOURS[line.level]}${text}\u001b[0m` : text;
}

/** Only the beginning of a longer text is kept, so that a log of 1,000 lines stays small whatever functions print. */
const LONGEST_TEXT = 4_000;

/** The last lines, for `GET /_emulator/logs`. Each line is also passed to the listener. */
export class LogBook {
  private readonly lines: LogLine[] = [];
  private next = 0;

  constructor(
    private readonly size: number,
    private readonly listener: Log | undefined,
  ) {}

  readonly write: Log = line => {
    const { text } = line;
    this.lines[this.next] = text.length > LONGEST_TEXT ? { ...line, text: `${text.slice(0, LONGEST_TEXT)} …` } : line;
    this.next = (this.next + 1) % this.size;
    this.listener?.(line);
  };

  /** Logs a message of the emulator itself. */
  say(level: LogLine['level'], text: string): void {
    this.write({ at: Date.now(), kind: 'emulator', level, text });
  }

  /** Oldest first. */
  recent(): LogLine[] {
    return [...this.lines.slice(this.next), ...this.lines.slice(0, this.next)];
  }
}
