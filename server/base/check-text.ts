import { heard, openapi } from './open-api';

/**
 * The one place where text that people write is shown to WeChat before it is kept (msgSecCheck v2).
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 *
 * Only `risky` is refused. A text passes if WeChat would have a human look at it (`review`), if WeChat does not answer,
 * or if no calls are left (45009). Nobody's leave may depend on somebody else's machine, few people see these texts,
 * and their authors are known (docs/规则.md).
 */
const PATIENCE_MS = 1_500;
/** The API takes 2,500 characters; none of our texts comes near that. */
const SCENES = { profile: 1, comment: 2 } as const;

async function isRisky(openid: string, scene: number, content: string): Promise<boolean> {
  const said = await heard(openapi.security.msgSecCheck({ openid, scene, version: 2, content }), PATIENCE_MS);
  if (said.kind === 'answer') return said.answer.result?.suggest === 'risky';
  console.warn(JSON.stringify({ level: 'warn', text: 'msgSecCheck did not answer', said }));
  return false;
}

/** Returns the fields whose text WeChat calls risky. Empty fields are not sent. One call if all is well. */
export async function riskyOf<F extends string>(
  openid: string,
  scene: keyof typeof SCENES,
  texts: Partial<Record<F, string>>,
): Promise<F[]> {
  const said = (Object.entries(texts) as [F, string | undefined][]).flatMap(([field, text]): [F, string][] =>
    text?.trim() ? [[field, text]] : [],
  );
  if (said.length === 0) return [];
  const check = (content: string) => isRisky(openid, SCENES[scene], content);
  if (!(await check(said.map(([, text]) => text).join('\n')))) return [];
  if (said.length === 1) return said.map(([field]) => field);
  const each = await Promise.all(said.map(async ([field, text]) => ((await check(text)) ? [field] : [])));
  const risky = each.flat();
  // The texts are risky only together. They are refused all the same, and every field is named.
  return risky.length > 0 ? risky : said.map(([field]) => field);
}
