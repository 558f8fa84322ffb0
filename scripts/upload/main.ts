/** npm run upload: sends the built mini-program, or a preview of it, to WeChat. */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { packagesOf } from '../weapp-packages.mjs';
import setting from '../weapp-setting.json';
import { flag, toSet, wrongAppid, wrongBuild, wrongKey, wrongLibrary, wrongSize } from './checks';
import { HELP, readOptions, type UploadOptions } from './options';
import { send, type Ci } from './send';
import { trouble } from './trouble';

const ROOT = join(__dirname, '../..');
const WEAPP = join(ROOT, 'dist/weapp');

const textOf = (path: string) => (existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined);

function look(options: UploadOptions) {
  const config = JSON.parse(readFileSync(join(ROOT, 'project.config.json'), 'utf8')) as {
    appid?: string;
    libVersion?: string;
  };
  const appid = process.env.WX_APPID?.trim() || config.appid || '';
  const path = options.key ?? process.env.WX_UPLOAD_KEY;
  // Paths are relative to the person's own folder, not to the one in which npm runs us.
  const keyPath = path ? resolve(process.env.INIT_CWD ?? '.', path) : undefined;
  const key = keyPath ? textOf(keyPath) : undefined;
  const isBuilt = existsSync(join(WEAPP, 'app.json'));
  const stamp = textOf(join(ROOT, '.cache/stamps/weapp')) ?? '';
  const packages = isBuilt ? packagesOf(WEAPP) : {};
  const wrong = [
    wrongBuild(isBuilt, stamp),
    wrongSize(packages),
    wrongAppid(appid),
    wrongLibrary(config.libVersion),
    wrongKey(keyPath, key, appid),
  ].filter(one => one !== undefined);
  return { appid, key, isBuilt, stamp, packages, wrong };
}

function sayWhat(
  { appid, packages, stamp }: ReturnType<typeof look>,
  { version, desc, preview, robot }: UploadOptions,
) {
  const built = statSync(join(WEAPP, 'app.json')).mtime.toLocaleString('zh-CN', { hour12: false });
  console.log(`${preview ? '预览' : `上传 ${version}`}：${desc || '（没有写说明）'}`);
  console.log(
    `  appid ${appid}，${robot} 号机器人，云开发环境 ${flag(stamp, 'HG_ENV') || '（没有写）'}，构建于 ${built}`,
  );
  for (const [name, { files, bytes }] of Object.entries(packages))
    console.log(`  ${name === 'main' ? '主包' : `分包 ${name}`}：${files} 个文件，${(bytes / 1024).toFixed(0)} KB`);
}

async function main(options: UploadOptions): Promise<number> {
  const seen = look(options);
  if (seen.isBuilt) sayWhat(seen, options);
  if (seen.isBuilt)
    for (const sentence of toSet(JSON.parse(readFileSync(join(WEAPP, 'app.json'), 'utf8')) as object))
      console.log(`  ${sentence}`);
  for (const sentence of seen.wrong) console.error(`· ${sentence}`);
  if (options.dryRun) console.log('这是演练（--dry-run）：没有联网，什么也没有上传。');
  if (seen.wrong.length > 0) return 1;
  if (options.dryRun) return 0;

  const ci = createRequire(join(ROOT, 'scripts/weapp-check/package.json'))('miniprogram-ci') as Ci;
  const kept = join(ROOT, 'dist/upload');
  mkdirSync(kept, { recursive: true });
  const words = await send(ci, {
    appid: seen.appid,
    key: seen.key!,
    folder: WEAPP,
    setting,
    options: { ...options, qr: options.qr && resolve(process.env.INIT_CWD ?? '.', options.qr) },
    sourceMap: join(kept, `${options.version}-sourcemap.zip`),
  });
  for (const sentence of words) console.log(sentence);
  return 0;
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else
    main(options).then(
      code => process.exit(code), // otherwise the compiler's worker pool would keep the process alive
      (error: unknown) => {
        console.error(`\n${trouble(error)}`);
        process.exit(1);
      },
    );
} catch (error) {
  console.error(`${(error as Error).message}\n\n${HELP}`);
  process.exit(2);
}
