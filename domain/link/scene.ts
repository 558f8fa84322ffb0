import { CODE_LENGTH, LETTERS } from '../certificate/code';

/**
 * The text in a mini-program code: at most 32 characters of `0-9A-Za-z!#$&'()*+,/:;=?@-._~`. Our ids are longer than
 * that, so a scene names its target by a token. The tag names the environment, so that the code of another union, or of
 * this union's test environment, can be told from nonsense. The scene has no & and no =, because field reports say that
 * scenes were cut off at them.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode
 */
export const TAG_LENGTH = 6;
export const TOKEN_LENGTH = 20;

export interface Scene {
  tag: string;
  token: string;
}

const SHAPE = new RegExp(`^hg\\.([A-Za-z0-9_-]{${TAG_LENGTH}})\\.([A-Za-z0-9_-]{${TOKEN_LENGTH}})$`);

export const sceneText = ({ tag, token }: Scene): string => `hg.${tag}.${token}`;

/** `null` if the text is no scene of any union. */
export function readScene(text: string): Scene | null {
  const match = SHAPE.exec(text.trim());
  return match ? { tag: match[1]!, token: match[2]! } : null;
}

const OF_CERTIFICATE = new RegExp(`^hgc\\.([A-Za-z0-9_-]{${TAG_LENGTH}})\\.([${LETTERS}]{${CODE_LENGTH}})$`);

/** The scene on a certificate. It has the certificate's own code, so nothing else has to be kept of it. */
export const certificateScene = ({ tag, code }: { tag: string; code: string }): string => `hgc.${tag}.${code}`;

/** `null` if the text is no scene of a certificate. */
export function readCertificateScene(text: string): { tag: string; code: string } | null {
  const match = OF_CERTIFICATE.exec(text.trim());
  return match ? { tag: match[1]!, code: match[2]! } : null;
}
