import type { EndpointName } from '../../domain/api';
import { REFUSALS, type RefusalCode } from '../../domain/base/codes';
import { phone } from './taro';

/** What the server does with one call: data, a refusal, or an accident of the network. */
export type Doing =
  | { data: unknown }
  | { refuse: RefusalCode; details?: unknown }
  | 'lost reply'
  | 'no network'
  | { status: number; code?: string };

type Rule = (input: Record<string, unknown>) => Doing;

/** A server of a few lines: `calls` are those that reached it (a lost reply did, a dead network did not). */
export function serve(
  rules: Partial<Record<EndpointName, Doing | Rule>>,
  clock: () => number = Date.now,
  /** Public files by path; `undefined` = there is none. */
  files: (path: string) => unknown = () => undefined,
) {
  const calls: { endpoint: string; input: Record<string, unknown>; openid: string | undefined }[] = [];
  phone.serve(async ({ url, data, header }) => {
    if (url.endsWith('/local/people')) return { statusCode: 200, data: [] };
    const path = /_storage\/([^?]+)/.exec(url)?.[1];
    if (path !== undefined) {
      const file = files(path);
      return file === undefined ? { statusCode: 404, data: {} } : { statusCode: 200, data: file };
    }
    const { endpoint, input } = data as { endpoint: EndpointName; input: Record<string, unknown> };
    const rule = rules[endpoint];
    const doing = typeof rule === 'function' ? rule(input) : (rule ?? { status: 404 });
    if (doing === 'no network') throw { errMsg: 'request:fail' };
    calls.push({ endpoint, input, openid: header?.['x-wx-openid'] });
    if (doing === 'lost reply') throw { errMsg: 'request:fail timeout' };
    if ('status' in doing) return { statusCode: doing.status, data: { code: doing.code ?? 'X', message: 'x' } };
    const now = clock();
    return 'data' in doing
      ? { statusCode: 200, data: { ok: true, data: doing.data, now } }
      : {
          statusCode: 200,
          data: { ok: false, code: doing.refuse, message: REFUSALS[doing.refuse], details: doing.details, now },
        };
  });
  return { calls, asked: (endpoint: EndpointName) => calls.filter(one => one.endpoint === endpoint).length };
}
