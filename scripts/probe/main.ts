/** npm run probe: reports what an environment really does, and where the emulator differs. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compare, readReport, sayDifferences, type ProbeReport } from '../../domain/probe/compare';
import { PART_NAMES } from '../../domain/probe/keys';
import { command } from '../deploy/prepare';
import { Told } from '../deploy/told';
import { measureEmulator } from './emulator';
import { lastReport } from './last-report';
import { COLLECTION, measureEnvironment } from './environment';
import { PART_WORDS } from './measure';
import { HELP, readOptions, type ProbeOptions } from './options';

const ROOT = join(__dirname, '../..');
const FUNCTIONS = join(ROOT, 'dist/functions');
const say = (sentence: string) => console.log(sentence);
const here = (file: string) => resolve(process.env.INIT_CWD ?? process.cwd(), file);

command(async () => {
  const options = asked();
  switch (options.do) {
    case 'help':
      say(HELP);
      return 0;
    case 'emulator':
      keep(await measureEmulator(FUNCTIONS, say), options.out);
      return 0;
    case 'env': {
      if (options.dryRun) {
        const parts = PART_NAMES.map(part => PART_WORDS[part]).join('、');
        say(
          `会在环境 ${options.env} 里建集合 ${COLLECTION}（只有云函数能用），叫函数 probe ${PART_NAMES.length} 次，量：${parts}。`,
        );
        say('量完删掉这个集合，报告写成一个文件。这是演练（--dry-run）：什么也没有做。');
        return 0;
      }
      keep(await measureEnvironment(ROOT, options.env, say), options.out);
      say(`\n函数 probe 不用了就删掉：npm run deploy -- --env ${options.env} --without-probe`);
      return 0;
    }
    case 'compare': {
      const real = fromFile(options.real);
      const other = options.other === undefined ? await measureEmulator(FUNCTIONS, say) : fromFile(options.other);
      const differences = compare(real, other);
      say(sayDifferences(differences));
      return differences.some(one => one.weight === 'code') ? 1 : 0;
    }
  }
});

function asked(): ProbeOptions {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    throw new Told(`${(error as Error).message}\n\n${HELP}`, 2);
  }
}

function keep(report: ProbeReport, out: string | undefined): void {
  // The first is for the doctor.
  const files = [lastReport(ROOT, report.where), ...(out === undefined ? [] : [here(out)])];
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  }
  say(`量了 ${Object.keys(report.observations).length} 样，报告：${files.at(-1)}`);
}

function fromFile(file: string): ProbeReport {
  try {
    return readReport(readFileSync(here(file), 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Told(`${file}：${code === 'ENOENT' ? '没有这个文件。' : message}`, 2);
  }
}
