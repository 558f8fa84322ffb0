import { createHash } from 'node:crypto';
import { placeholderPng } from './placeholder-png';
import { qrPng } from './qr-png';

/** WeChat's answer: JSON with `errcode`, or the bytes of a picture. `note` goes into the inbox. */
export type Reply =
  | { json: { errcode: number; errmsg: string; [field: string]: unknown }; note?: string }
  | { png: Buffer; note: string };

export interface ApiContext {
  appId: string;
  now: number;
  /** The error code that answers a subscription message to this OPENID. */
  errCodeFor(openid: string): number;
  /** The text of a code; undefined if none was set. */
  codeLink(page: string, scene: string): string | undefined;
  /** Pages of the released mini-program; undefined: every page exists. */
  pages: readonly string[] | undefined;
  /** True the first time that this code is seen. */
  useOnce(code: string): boolean;
}
type Api = (data: Record<string, unknown>, context: ApiContext) => Reply;

const error = (errcode: number, errmsg: string): Reply => ({ json: { errcode, errmsg } });
const ok = (fields: Record<string, unknown> = {}) => ({ errcode: 0, errmsg: 'ok', ...fields });
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html */
const sendSubscribeMessage: Api = (data, { errCodeFor }) => {
  if (!isText(data['touser'])) return error(40003, 'invalid openid');
  if (!isText(data['template_id'])) return error(40037, 'invalid template_id');
  if (!isObject(data['data']) || !Object.values(data['data']).every(field => isObject(field) && 'value' in field))
    return error(47003, 'argument invalid! data must be {field: {value}}');
  const errCode = errCodeFor(data['touser']);
  if (errCode === 43101) return error(errCode, 'user refuse to accept the msg');
  if (errCode !== 0) return error(errCode, 'the answer that this emulator was told to give');
  return { json: ok({ msgid: 0 }), note: 'delivered to nobody: look at it here' };
};

const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/;
const VERSIONS = ['release', 'trial', 'develop'];
const HOME = 'pages/index/index';

/** https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode */
const getUnlimited: Api = (data, { codeLink, pages }) => {
  const { scene, page = HOME, width = 430, env_version: version = 'release', check_path: checked = true } = data;
  if (!isText(scene) || scene.length > 32)
    return error(40169, 'invalid length for scene, or the data is not json string');
  if (!SCENE.test(scene)) return error(40129, 'invalid scene');
  if (!isText(page) || page.startsWith('/') || /[?#]/.test(page))
    return error(41030, 'invalid page: no / before it and no parameters behind it');
  if (!VERSIONS.includes(version as string)) return error(40097, 'invalid args: env_version');
  if (checked === true && version === 'release' && data['page'] !== undefined && pages?.includes(page) === false)
    return error(41030, 'invalid page: the released mini-program has no such page');
  if (typeof width !== 'number' || !(width >= 280 && width <= 1280))
    return error(47001, 'width must be between 280 and 1280');
  const link = codeLink(page, scene);
  return link === undefined
    ? { png: placeholderPng(Math.round(width)), note: 'a placeholder picture: it can not be scanned' }
    : { png: qrPng(link, Math.round(width)), note: `a QR code of ${link}` };
};

/** A text for which the emulator answers that a human must look. The documentation gives none. */
export const REVIEW_SAMPLE = '（请人工复核）';
/** The text that the documentation gives for testing the check. */
export const RISKY_SAMPLE = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级';
const PASS_LABEL = 100;
const ILLEGAL_LABEL = 20006;

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html */
const msgSecCheck: Api = data => {
  const { content, version } = data;
  if (!isText(content)) return error(44002, 'empty post data: content is missing');
  const risky = content.includes(RISKY_SAMPLE);
  const note = 'only the sample text of the documentation counts as risky';
  if (version === undefined) return risky ? error(87014, 'risky content') : { json: ok(), note };
  if (!isText(data['openid'])) return error(40003, 'invalid openid');
  if (![1, 2, 3, 4].includes(data['scene'] as number)) return error(40097, 'invalid args: scene must be 1 to 4');
  if ([...content].length > 2500) return error(45002, 'content size out of limit');
  const label = risky ? ILLEGAL_LABEL : PASS_LABEL;
  const suggest = risky ? 'risky' : content.includes(REVIEW_SAMPLE) ? 'review' : 'pass';
  const trace = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return {
    json: ok({
      result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
      trace_id: trace,
    }),
    note,
  };
};

const MOST_MEDIA_BYTES = 1024 * 1024;

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/imgSecCheck.html */
const imgSecCheck: Api = data => {
  const media = data['media'];
  if (!isObject(media) || !('bytes' in media)) return error(41005, 'media data missing');
  if (Number(media.bytes) > MOST_MEDIA_BYTES) return error(40006, 'invalid media size');
  return { json: ok(), note: 'no picture counts as risky, unless an answer was set' };
};

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html */
const getPhoneNumber: Api = (data, { appId, now, useOnce }) => {
  const { code } = data;
  if (!isText(code) || !useOnce(code)) return error(40029, 'invalid code');
  const digits = parseInt(createHash('sha256').update(code).digest('hex').slice(0, 8), 16) % 10_000;
  const phone = /^1\d{10}$/.test(code) ? code : `1990000${String(digits).padStart(4, '0')}`;
  return {
    json: ok({
      phone_info: {
        phoneNumber: phone,
        purePhoneNumber: phone,
        countryCode: '86',
        watermark: { timestamp: Math.floor(now / 1000), appid: appId },
      },
    }),
    note: 'made of the code; a code that is a phone number gives that number',
  };
};

const RANK = /risk([0-4])$/;

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/safety-control-capability/getUserRiskRank.html */
const getUserRiskRank: Api = data => {
  const { openid } = data;
  if (!isText(data['appid']) || !isText(data['client_ip'])) return error(44002, 'empty post data');
  if (!isText(openid)) return error(40003, 'invalid openid');
  if (data['scene'] !== 0 && data['scene'] !== 1) return error(40129, 'invalid scene');
  return {
    json: { errcode: 0, errmsg: 'getuserriskrank succ', risk_rank: Number(RANK.exec(openid)?.[1] ?? 0), unoin_id: 1 },
    note: 'rank 0, but for an OPENID that ends in risk1 to risk4',
  };
};

/** The APIs that are answered as documented. Every other one is refused by name. */
export const APIS: Record<string, Api> = {
  'subscribeMessage.send': sendSubscribeMessage,
  'wxacode.getUnlimited': getUnlimited,
  'security.msgSecCheck': msgSecCheck,
  'security.imgSecCheck': imgSecCheck,
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'riskControl.getUserRiskRank': getUserRiskRank,
};
