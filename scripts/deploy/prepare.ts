import { join } from 'node:path';
import type { ProbeReport } from '../../domain/probe/compare';
import { readLast } from '../probe/last-report';
import { readBuilt } from './built';
import { cloudOf, type Cloud } from './cloud';
import { connect, hasKeys } from './connect';
import { deployFunctionBy, type DeployFunction } from './deploy-function';
import { HELP, readOptions, type DeployOptions } from './options';
import { Told } from './told';
import { trouble } from './trouble';
import { given, wrongValues } from './variables';
import type { Wanted } from './wanted';

const ROOT = join(__dirname, '../..');

/** The environment that was asked for, so that error messages can name it. */
let env = '';

export interface Prepared {
  options: DeployOptions;
  wanted: Wanted;
  values: Record<string, string>;
  /** The last report of `npm run probe` about this environment, if this computer has one. */
  measured: ProbeReport | undefined;
  /** Undefined without keys. */
  there: { cloud: Cloud; deployFunction: DeployFunction } | undefined;
}

/** What both deploying and the doctor need. Undefined if only the help was asked for. */
export async function prepare(): Promise<Prepared | undefined> {
  let options: DeployOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    throw new Told(`${(error as Error).message}\n\n${HELP}`, 2);
  }
  env = options.env;
  if (options.help) {
    console.log(HELP);
    return undefined;
  }
  const values = given(process.env);
  const wrong = wrongValues(values);
  if (wrong.length > 0) throw new Told(wrong.join('\n'), 2);
  const folder = join(ROOT, 'dist/functions');
  const wanted = readBuilt(folder, options.probe);
  const measured = readLast(ROOT, options.env);
  if (!hasKeys(process.env)) return { options, wanted, values, measured, there: undefined };
  const { ask, functions } = connect(join(ROOT, 'scripts/deploy'), options.env);
  const cloud = await cloudOf(ask, options.env);
  return { options, wanted, values, measured, there: { cloud, deployFunction: deployFunctionBy(functions, folder) } };
}

export const NO_KEYS =
  '没有腾讯云密钥：请先设环境变量 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY（在哪里取，见 docs/部署.md）。';

/** Runs a command to its exit code. Any failure is told in a sentence. */
export function command(main: () => Promise<number>): void {
  main().then(
    code => process.exit(code),
    (error: unknown) => {
      const isTold = error instanceof Told;
      const isOurs = error instanceof Error && !('code' in error) && !isTold;
      console.error(isTold ? error.message : isOurs ? (error.stack ?? error.message) : trouble(error, env));
      process.exit(isTold ? error.exitCode : 1);
    },
  );
}
