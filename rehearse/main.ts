/** npm run rehearse (放号演练): will this release stand? `scripts/rehearse.mjs` builds and starts this. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readReport } from '../domain/probe/compare';
import { openBrowser } from '../scripts/start/open-browser';
import { advise } from './advise';
import type { RehearsedBatch } from './batch';
import { withMeasured, type Measured } from './measured';
import { PROFILES, type Profile } from './profile';
import { progressLine } from './progress';
import type { Rehearsal } from './rehearsal';
import { rehearse, warmFor } from './rehearse';
import { pageOf } from './report/page';
import { sheetOf } from './sheet';
import { BatchProblem, runningBatch, sampleBatch, sheetBatch } from './sources';
import { summaryOf } from './summary';

const HELP = `npm run rehearse -- [选项]
  --sheet <文件>      课程表（CSV，列名同 sample/yongchuan-batch-1.csv）；不写就用永川的样例
  --batch <期次编号>  正在本机运行的期次（先 npm start）
  --url <地址>        本机的地址（http://127.0.0.1:8787）
  --people <人数>     60000
  --seconds <秒>      这些人在几秒内点报名（10）
  --curve <到来>      stroke 开头最多，even 均匀（stroke）
  --profile <套餐>    smallest 最低，standard 标准，generous 宽裕（standard）
  --measured <文件>   npm run probe 在真环境里量的报告，代替套餐里假定的快慢
  --warm <个数>       放号前已预热的实例；不写就按产品自己的规则
  --no-board          不挂公示榜
  --pace              人多到平台门口收不下时，手机按公示榜等一等再送
  --careless <百分比> 这么多人的手机不等、不停重试（0）
  --eager             手机端不按规矩，一被挡回就重试
  --seed <数>         随机种子，同样的种子结果完全一样（1）
  --out <文件>        报告（.data/rehearse/report.html），旁边另有同名 .json
  --open              做完用浏览器打开`;

const ROOT = join(__dirname, '../..');

class UsageProblem extends Error {}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sheet: { type: 'string' },
      batch: { type: 'string' },
      url: { type: 'string', default: 'http://127.0.0.1:8787' },
      people: { type: 'string', default: '60000' },
      seconds: { type: 'string', default: '10' },
      curve: { type: 'string', default: 'stroke' },
      profile: { type: 'string', default: 'standard' },
      measured: { type: 'string' },
      warm: { type: 'string' },
      'no-board': { type: 'boolean', default: false },
      pace: { type: 'boolean', default: false },
      careless: { type: 'string', default: '0' },
      eager: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: join(ROOT, '.data/rehearse/report.html') },
      open: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const plan = (PROFILES as Record<string, Profile | undefined>)[values.profile];
  if (!plan) throw new UsageProblem(`没有叫 ${values.profile} 的套餐，有 ${Object.keys(PROFILES).join('、')}`);
  const { profile, replaced } = measuredOf(plan, values.measured);
  if (values.curve !== 'even' && values.curve !== 'stroke') throw new UsageProblem('--curve 只有 stroke 和 even');
  const people = wholeNumber('people', values.people, 1, 2_000_000);
  const rehearsal: Rehearsal = {
    batch: await batchOf(values),
    people,
    seconds: wholeNumber('seconds', values.seconds, 1, 60),
    curve: values.curve,
    profile,
    seed: wholeNumber('seed', values.seed, 0, 2 ** 32 - 1),
    warm: values.warm === undefined ? warmFor(people, profile) : wholeNumber('warm', values.warm, 0, 1_000),
    posted: !values['no-board'],
    paced: values.pace,
    odd: { share: wholeNumber('careless', values.careless, 0, 100) / 100, manner: 'eager' },
    pacing: values.eager ? 'eager' : 'product',
  };

  console.log(`放号演练：${rehearsal.batch.title}，${people.toLocaleString('en-US')} 人，${profile.label}`);
  for (const says of replaced) console.log(`  实测 ${says}`);
  const live = process.stdout.isTTY;
  const record = rehearse(rehearsal, now =>
    live ? process.stdout.write(`\r\x1b[K${progressLine(now)}`) : console.log(progressLine(now)),
  );
  if (live) process.stdout.write('\n');
  await breathe();
  const summary = summaryOf(record);
  const sheet = sheetOf(summary, advise(rehearsal, summary));

  console.log(`\n${sheet.title}`);
  for (const { holds, says } of sheet.reasons) console.log(`  ${holds ? '✓' : '✕'} ${says}`);
  for (const says of sheet.advice) console.log(`  · ${says}`);
  const out = resolve(process.env.INIT_CWD ?? process.cwd(), values.out);
  const json = join(dirname(out), `${basename(out, extname(out))}.json`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, pageOf(summary, sheet));
  writeFileSync(json, `${JSON.stringify({ sheet, summary })}\n`);
  console.log(`\n报告 ${out}\n数据 ${json}`);
  if (values.open) openBrowser(pathToFileURL(out).href);
  if (!sheet.go) process.exitCode = 3;
}

async function batchOf(values: { sheet?: string; batch?: string; url: string }): Promise<RehearsedBatch> {
  if (values.batch !== undefined) return runningBatch(values.url, values.batch);
  if (values.sheet === undefined) return sampleBatch();
  const file = resolve(process.env.INIT_CWD ?? process.cwd(), values.sheet);
  return sheetBatch(basename(file, extname(file)), readFileSync(file, 'utf8'));
}

function measuredOf(plan: Profile, file: string | undefined): Measured {
  if (file === undefined) return { profile: plan, replaced: [] };
  const text = readFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), 'utf8');
  try {
    return withMeasured(plan, readReport(text));
  } catch (error) {
    throw new UsageProblem(`${file}：${(error as Error).message}`);
  }
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageProblem(`--${name} 要是 ${least} 到 ${most} 之间的整数`);
  return value;
}

main().catch((error: unknown) => {
  const known = error instanceof UsageProblem || error instanceof BatchProblem;
  const { code, message } = error as NodeJS.ErrnoException;
  if (known || code === 'ENOENT' || String(code).startsWith('ERR_PARSE_ARGS')) console.error(message);
  else if (message === 'fetch failed') console.error('本机没有在运行：请先 npm start，或用 --url 说明地址');
  else console.error(error);
  process.exitCode = known ? 2 : 1;
});
