import { format } from 'node:util';

type Level = 'info' | 'warn' | 'error';
const LEVELS: Record<string, Level> = {
  log: 'info',
  info: 'info',
  debug: 'info',
  trace: 'info',
  warn: 'warn',
  error: 'error',
};

/** Sends what a function logs to `write`, so that each line knows its function, instance and request. */
export function captureConsole(write: (level: Level, text: string) => void): void {
  const target = console as unknown as Record<string, (...args: unknown[]) => void>;
  for (const [name, level] of Object.entries(LEVELS)) target[name] = (...args) => write(level, format(...args));
}
