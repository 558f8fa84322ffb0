/**
 * What a mini-program code carries: at most 32 characters of `0-9A-Za-z!#$&'()*+,/:;=?@-._~`. An id of ours is longer than
 * that, so a scene names its target by a token. The tag is the environment's: the code of another union, or of the test
 * environment of this one, is told apart from nonsense. No & and no =: field reports of scenes cut off at them.
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

/** `null` for what is no scene of any union. */
export function readScene(text: string): Scene | null {
  const match = SHAPE.exec(text.trim());
  return match ? { tag: match[1]!, token: match[2]! } : null;
}
