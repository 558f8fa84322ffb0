import { parseArgs } from 'node:util';

export const HELP = `npm run probe -- --env <环境 ID> [--dry-run] [--out <文件>]     量一次真环境
npm run probe -- --emulator [--out <文件>]                     用同一个函数量一次模拟器
npm run probe -- --compare <真环境.json> [--with <模拟器.json>]   哪里不一样

  --env <id>         云开发环境；要先 npm run deploy -- --env <id> --with-probe
  --dry-run          只说要做什么，不连上去
  --emulator         在这台电脑上，不要密钥，半分钟
  --compare <文件>   真环境的报告；不写 --with 就当场量一次模拟器来比。退出码 1：有程序要靠、却不一样的地方
  --with <文件>      拿这一份来比
  --out <文件>       报告写到哪里（.data/probe/<环境 ID 或 emulator>.json）
  --help             这段说明

量的时候只用一个自己的集合 hg_probe，量完删掉；不读也不写职工的任何资料。大约一两分钟、几千次数据库读写，请避开放号的时候。
密钥只从环境变量取，和 npm run deploy 一样。放号演练用它的数字：npm run rehearse -- --measured <真环境.json>`;

export type ProbeOptions =
  | { do: 'help' }
  | { do: 'env'; env: string; dryRun: boolean; out: string | undefined }
  | { do: 'emulator'; out: string | undefined }
  | { do: 'compare'; real: string; other: string | undefined };

/** Reads the command line. Throws an Error with one sentence if it does not understand something. */
export function readOptions(argv: string[]): ProbeOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { env: text, out: text, compare: text, with: text, emulator: flag, 'dry-run': flag, help: flag };
  const { values } = parseArgs({ args: argv, options });
  if (values.help) return { do: 'help' };
  const asked = [values.env !== undefined, values.emulator, values.compare !== undefined].filter(Boolean).length;
  if (asked !== 1) throw new Error('要写明一样：--env <环境 ID>、--emulator 或 --compare <文件>。');
  if (values.compare !== undefined) return { do: 'compare', real: values.compare, other: values.with };
  if (values.emulator) return { do: 'emulator', out: values.out };
  const env = values.env!.trim();
  if (!/^[a-zA-Z0-9][a-zA-Z0-9-]+$/.test(env)) throw new Error(`“${env}”不像环境 ID。`);
  return { do: 'env', env, dryRun: values['dry-run'], out: values.out };
}
