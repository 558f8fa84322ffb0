import { parseArgs } from 'node:util';

export const HELP = `npm run deploy -- --env <环境 ID> [--dry-run] [--yes]
npm run deploy -- --env <环境 ID> --with-probe      连测量用的函数 probe 一起；量完用 --without-probe 删掉
npm run doctor -- --env <环境 ID>

  --env <id>    云开发环境
  --dry-run     只说要做什么，不动手；没有密钥时按空环境来算
  --with-probe      部署测量用的函数 probe（平时不部署，见 docs/部署.md）
  --without-probe   删掉它
  --yes         不问，直接做（CI 里用）
  --help        这段说明

密钥和变量只从环境变量取，不进仓库：
  TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY   腾讯云密钥（临时密钥再加 TENCENTCLOUD_SESSIONTOKEN）
  SUBSCRIBE_TEMPLATES                              订阅消息的模板号，见 docs/部署.md
  GATE_CALLS_PER_SECOND                            套餐每秒收下的函数调用次数，只有十万人以上的放号要设`;

export interface DeployOptions {
  env: string;
  dryRun: boolean;
  yes: boolean;
  /** true: also deployed; false: removed; undefined: left as it is. */
  probe: boolean | undefined;
  help: boolean;
}

/** Reads the command line. Throws an Error with one sentence if it does not understand something. */
export function readOptions(argv: string[]): DeployOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      env: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'with-probe': { type: 'boolean', default: false },
      'without-probe': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const env = values.env?.trim() ?? '';
  if (!values.help && !/^[a-zA-Z0-9][a-zA-Z0-9-]+$/.test(env))
    throw new Error(env ? `“${env}”不像环境 ID。` : '要写明环境：--env <环境 ID>。');
  if (values['with-probe'] && values['without-probe']) throw new Error('--with-probe 和 --without-probe 只能写一个。');
  const probe = values['with-probe'] ? true : values['without-probe'] ? false : undefined;
  return { env, dryRun: values['dry-run'], yes: values.yes, probe, help: values.help };
}
