import { createPrivateKey } from 'node:crypto';
import { basename } from 'node:path';
import { LIMITS, type Package } from '../weapp-packages.mjs';

/** Checks made before anything is sent. Each returns what is wrong, in one sentence, or undefined. */
export function wrongSize(packages: Record<string, Package>): string | undefined {
  const kb = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`;
  const large = Object.entries(packages).flatMap(([name, { bytes }]) => {
    const limit = name === 'main' ? LIMITS.main : LIMITS.package;
    return bytes > limit ? [`${name === 'main' ? '主包' : `分包 ${name}`}有 ${kb(bytes)}，最多 ${kb(limit)}`] : [];
  });
  return large.length > 0 ? `太大了：${large.join('；')}。` : undefined;
}

export function wrongAppid(appid: string): string | undefined {
  if (appid === '' || appid === 'touristappid' || /^wx0+$/.test(appid))
    return '还没有填 appid：在 project.config.json 里把 touristappid 换成自己的，或者设环境变量 WX_APPID（微信公众平台 → 开发管理 → 开发设置）。';
  if (!/^wx[0-9a-f]{16}$/.test(appid)) return `“${appid}”不像 appid：应该是 wx 开头，后面 16 位数字和小写字母。`;
  return undefined;
}

/** `text` is undefined where there is no such file. WeChat names the file it hands out `private.<appid>.key`. */
export function wrongKey(path: string | undefined, text: string | undefined, appid: string): string | undefined {
  const where = '微信公众平台 → 开发管理 → 开发设置 → 小程序代码上传，由管理员生成';
  if (!path) return `没有代码上传密钥：设环境变量 WX_UPLOAD_KEY（密钥文件的路径），或用 --key（${where}）。`;
  if (text === undefined) return `密钥文件 ${path} 不存在或读不了。`;
  const owner = /^private\.(wx[0-9a-f]{16})\.key$/.exec(basename(path))?.[1];
  if (owner && owner !== appid) return `密钥文件是 ${owner} 的，不是 ${appid} 的：appid 和密钥要是同一个小程序的。`;
  try {
    if (createPrivateKey(text).asymmetricKeyType === 'rsa') return undefined;
  } catch {
    // The message below says it: whatever the file is, it is no key of WeChat's.
  }
  return `${path} 里不是微信的代码上传密钥（应该以 -----BEGIN RSA PRIVATE KEY----- 开头）：请重新下载（${where}）。`;
}

/** The oldest base library on which every page works. WeChat's console must have it as the lowest (docs/部署.md). */
export const OLDEST_LIBRARY = '2.23.1';

/** `libVersion` of project.config.json: the base library with which a preview runs. */
export function wrongLibrary(libVersion = ''): string | undefined {
  const parts = (version: string) => version.split('.').map(Number);
  const [is, oldest] = [parts(libVersion), parts(OLDEST_LIBRARY)];
  const first = oldest.findIndex((part, index) => part !== is[index]);
  if (first === -1 || (is[first] ?? NaN) > oldest[first]!) return undefined;
  return `project.config.json 里的基础库是 ${libVersion || '（没有写）'}，最低要 ${OLDEST_LIBRARY}：改 libVersion。`;
}

/** The settings that this build needs in WeChat's console, in sentences. */
export function toSet(app: { requiredPrivateInfos?: string[] }): string[] {
  return [
    `微信公众平台 → 设置 → 基本设置 → 基础库最低版本设置：${OLDEST_LIBRARY}。`,
    ...(app.requiredPrivateInfos?.includes('getLocation')
      ? ['这份构建要用位置（HG_PLACE=1）：开发管理 → 接口设置里要先开通 getLocation，没有开通的，审核会退回。']
      : []),
  ];
}

/** `stamp` is what the build left behind: a digest, then its flags as `NAME=value`, separated by blanks. */
export function wrongBuild(isBuilt: boolean, stamp: string): string | undefined {
  if (!isBuilt) return '还没有构建：先运行 HG_ENV=<环境 ID> HG_FILES=https://<云存储的域名> npm run build:weapp。';
  if (flag(stamp, 'HG_GATEWAY'))
    return '这份构建连的是本机的模拟器（HG_GATEWAY），不能给别人用：不设它，重新 npm run build:weapp。';
  if (!flag(stamp, 'HG_ENV')) return '这份构建没有写明云开发环境：设 HG_ENV=<环境 ID>，重新 npm run build:weapp。';
  return undefined;
}

/** The value of a build flag in a stamp, or '' if the stamp has none. */
export const flag = (stamp: string, name: string): string => new RegExp(`${name}=(\\S*)`).exec(stamp)?.[1] ?? '';
