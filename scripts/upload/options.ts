import { parseArgs } from 'node:util';

export const HELP = `npm run upload -- --version <1.2.0> --desc "<改了什么>" [--preview] [--dry-run]

  --version <x.y.z>   版本号，在微信公众平台的版本管理里看得到（预览不需要）
  --desc <说明>       这一版改了什么
  --preview           不上传，只出一张预览二维码，自己扫来看
  --qr <文件.jpg>     预览二维码存成图片，不在终端里画
  --key <文件>        代码上传密钥（不写就取环境变量 WX_UPLOAD_KEY 里的路径）
  --robot <1-30>      用几号机器人的名义上传（默认 1）
  --dry-run           只说会上传什么，不联网
  --help              这段说明

appid 取环境变量 WX_APPID，没有就取 project.config.json 里的。`;

export interface UploadOptions {
  version: string;
  desc: string;
  preview: boolean;
  qr: string | undefined;
  key: string | undefined;
  robot: number;
  dryRun: boolean;
  help: boolean;
}

/** Reads the command line. Throws an Error with one sentence if it does not understand something. */
export function readOptions(argv: string[]): UploadOptions {
  const { values } = parseArgs({
    args: argv,
    options: {
      version: { type: 'string', default: '' },
      desc: { type: 'string', default: '' },
      preview: { type: 'boolean', default: false },
      qr: { type: 'string' },
      key: { type: 'string' },
      robot: { type: 'string', default: '1' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const robot = Number(values.robot);
  if (!values.help) {
    if (!values.preview && !/^\d+\.\d+\.\d+$/.test(values.version))
      throw new Error(
        values.version ? `版本号要写成 1.2.0 这样，不是“${values.version}”。` : '要写版本号：--version 1.2.0',
      );
    if (!Number.isInteger(robot) || robot < 1 || robot > 30)
      throw new Error(`--robot 是 1 到 30，不是“${values.robot}”。`);
    if (values.qr && !values.preview) throw new Error('--qr 只和 --preview 一起用。');
  }
  return {
    version: values.version,
    desc: values.desc,
    preview: values.preview,
    qr: values.qr,
    key: values.key,
    robot,
    dryRun: values['dry-run'],
    help: values.help,
  };
}
