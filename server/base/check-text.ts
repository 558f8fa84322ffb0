import { heard, openapi } from './open-api';

/**
 * The one place where text that people write is shown to WeChat before it is kept (msgSecCheck v2).
 * https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 *
 * Only `risky` is refused. If WeChat would have a human look at it (`review`), does not answer or has no calls left
 * (45009), a text that few people see passes: nobody's leave may depend on somebody else's machine, and the author is
 * known (docs/规则.md). A text that everybody sees is then held until staff have looked at it (`verdictOn`).
 */
const PATIENCE_MS = 1_500;
/** The API takes 2,500 characters; none of our texts comes near that. */
const SCENES = { profile: 1, comment: 2 } as const;

/** `unsure`: a human should look at it, or WeChat did not say. */
export type Verdict = 'pass' | 'unsure' | 'risky';

/** WeChat's verdict on a text that everybody will see. */
export async function verdictOn(openid: string, scene: keyof typeof SCENES, content: string): Promise<Verdict> {
  const asked = openapi.security.msgSecCheck({ openid, scene: SCENES[scene], version: 2, content });
  const said = await heard(asked, PATIENCE_MS);
  if (said.kind !== 'answer') {
    console.warn(JSON.stringify({ level: 'warn', text: 'msgSecCheck did not answer', said }));
    return 'unsure';
  }
  const suggest = said.answer.result?.suggest;
  return suggest === 'pass' || suggest === 'risky' ? suggest : 'unsure';
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
  const check = async (content: string) => (await verdictOn(openid, scene, content)) === 'risky';
  if (!(await check(said.map(([, text]) => text).join('\n')))) return [];
  if (said.length === 1) return said.map(([field]) => field);
  const each = await Promise.all(said.map(async ([field, text]) => ((await check(text)) ? [field] : [])));
  const risky = each.flat();
  // The texts are risky only together. They are refused all the same, and every field is named.
  return risky.length > 0 ? risky : said.map(([field]) => field);
}
