import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport, type ProbeReport } from '../../domain/probe/compare';

/** Where the last report about an environment is kept on this computer. */
export const lastReport = (root: string, where: string): string => join(root, `.data/probe/${where}.json`);

/** The last report, if the environment was measured from this computer. */
export function readLast(root: string, where: string): ProbeReport | undefined {
  const file = lastReport(root, where);
  return existsSync(file) ? readReport(readFileSync(file, 'utf8')) : undefined;
}
