import { openapi } from '../base/open-api';

/** In pixels; WeChat allows 280 to 1280. Large enough for a door and a poster, small enough for one answer. */
const WIDTH = 600;

export type CodeTrouble = 'CODE_TOO_MANY' | 'CODE_NOT_ANSWERED' | 'CODE_UNPUBLISHED' | 'CODE_NOT_ALLOWED';

/** 45009: more than 5,000 a minute. 41030: no such page in the released version. -604101: see docs/部署.md. */
const TROUBLES: Record<number, CodeTrouble> = {
  45009: 'CODE_TOO_MANY',
  41030: 'CODE_UNPUBLISHED',
  [-604101]: 'CODE_NOT_ALLOWED',
};

interface Drawn {
  bytes: Buffer;
  contentType: string;
}

/**
 * A mini-program code drawn by WeChat, or the trouble that prevented it.
 * https://developers.weixin.qq.com/miniprogram/dev/server/API/qrcode-link/qr-code/api_getunlimitedqrcode
 */
export async function drawCode(scene: string, page: string): Promise<Drawn | CodeTrouble> {
  try {
    const { contentType = '', buffer } = await openapi.wxacode.getUnlimited({
      scene,
      page,
      checkPath: true,
      width: WIDTH,
    });
    if (contentType.startsWith('image/') && buffer && buffer.length > 0) return { bytes: buffer, contentType };
    return troubled(`no picture but ${contentType}`);
  } catch (error) {
    const { errCode, errMsg } = (error ?? {}) as { errCode?: number; errMsg?: string };
    return TROUBLES[errCode ?? 0] ?? troubled(`${errCode}: ${errMsg ?? String(error)}`);
  }
}

function troubled(why: string): CodeTrouble {
  console.warn(JSON.stringify({ level: 'warn', text: 'no code was drawn', error: why }));
  return 'CODE_NOT_ANSWERED';
}
