import type { UploadOptions } from './options';

/** The part of miniprogram-ci that uploading needs. */
export interface Ci {
  Project: new (options: {
    appid: string;
    type: 'miniProgram';
    projectPath: string;
    privateKey: string;
    ignores: string[];
  }) => object;
  upload(options: Sending & { version: string }): Promise<Sent>;
  preview(options: Sending & { qrcodeFormat: 'terminal' | 'image'; qrcodeOutputDest?: string }): Promise<Sent>;
  getDevSourceMap(options: { project: object; robot: number; sourceMapSavePath: string }): Promise<unknown>;
}
interface Sending {
  project: object;
  desc: string | undefined;
  robot: number;
  setting: object;
  onProgressUpdate(): void;
}
interface Sent {
  subPackageInfo?: { name: string; size: number }[];
}

export interface Parcel {
  appid: string;
  key: string;
  folder: string;
  setting: object;
  options: UploadOptions;
  /** Where to put the source map of what was uploaded. */
  sourceMap: string;
}

/**
 * Uploads or previews, and reports the result. Rejects with the error of miniprogram-ci. A missing source map is
 * only reported.
 */
export async function send(ci: Ci, { appid, key, folder, setting, options, sourceMap }: Parcel): Promise<string[]> {
  const project = new ci.Project({
    appid,
    type: 'miniProgram',
    projectPath: folder,
    privateKey: key,
    ignores: ['node_modules/**/*'],
  });
  const { robot, desc, version, qr } = options;
  // Without a description from us, miniprogram-ci writes its own.
  const sending = { project, robot, desc: desc || undefined, setting, onProgressUpdate: () => {} };

  if (options.preview) {
    const code = qr ? { qrcodeFormat: 'image' as const, qrcodeOutputDest: qr } : { qrcodeFormat: 'terminal' as const };
    const sent = await ci.preview({ ...sending, ...code });
    return [...sizes(sent), qr ? `预览二维码在 ${qr}，用微信扫。` : '用微信扫上面的二维码预览。'];
  }
  const sent = await ci.upload({ ...sending, version });
  // WeChat makes the map of what it was sent. Without it, a stack from a phone names no line.
  const map = await ci.getDevSourceMap({ project, robot, sourceMapSavePath: sourceMap }).then(
    () => `源码映射在 ${sourceMap}，这一版出错时要用它，请留着。`,
    (error: unknown) => `源码映射没有取到（${String(error)}），不影响这一版。`,
  );
  return [...sizes(sent), map, `已上传 ${version}。下一步：微信公众平台 → 版本管理，设为体验版，试过再提交审核。`];
}

const NAMES: Record<string, string> = { __FULL__: '整个小程序', __APP__: '主包' };

const sizes = ({ subPackageInfo = [] }: Sent) =>
  subPackageInfo.length === 0
    ? []
    : [
        `微信收到：${subPackageInfo.map(one => `${NAMES[one.name] ?? one.name} ${(one.size / 1024).toFixed(0)} KB`).join('，')}。`,
      ];
