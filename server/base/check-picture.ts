import { heard, openapi } from './open-api';

/**
 * A picture that people put is shown to WeChat before it is kept (imgSecCheck). Only a risky one is refused, as with
 * texts that few people see (`check-text.ts`).
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/imgSecCheck.html
 */
const PATIENCE_MS = 3_000;
const RISKY = 87014;

export async function isRiskyPicture(contentType: string, bytes: Buffer): Promise<boolean> {
  const said = await heard(openapi.security.imgSecCheck({ media: { contentType, value: bytes } }), PATIENCE_MS);
  if (said.kind === 'answer') return false;
  if (said.kind === 'error' && said.errCode === RISKY) return true;
  console.warn(JSON.stringify({ level: 'warn', text: 'imgSecCheck did not answer', said }));
  return false;
}
