import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from '../faults/faults';
import type { Host } from '../host/host';
import { STATUS_OF } from '../host/protocol';
import { readBody, refuse, replyText } from './reply';

/** The size limit of one call of a mini-program, in bytes: https://docs.cloudbase.net/cloud-function/limit */
export const EVENT_LIMIT = 100 * 1024;
/** Anything beyond this is discarded as it arrives. */
const BODY_LIMIT = 6 * 1024 * 1024;
const OPENID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * `POST /call/<function>`: the header x-wx-openid names the caller, the body is the event, and the answer is what the
 * function returned. With `x-wx-identityless: true` the caller has no identity (未登录模式), like a page that was opened
 * from 朋友圈.
 */
export function handleCall(host: Host, faults: Faults, name: string, req: IncomingMessage, res: ServerResponse): void {
  if (req.method !== 'POST') {
    res.setHeader('allow', 'POST');
    return refuse(res, 405, 'METHOD_NOT_ALLOWED', 'A function is called with POST.');
  }
  if (!host.has(name)) return refuse(res, 404, 'FUNCTION_NOT_FOUND', host.unknown(name));
  const nobody = req.headers['x-wx-identityless'] === 'true';
  const named = req.headers['x-wx-openid'];
  if (!nobody && (typeof named !== 'string' || !OPENID.test(named)))
    return refuse(res, 401, 'OPENID_MISSING', 'The header x-wx-openid must say who calls (letters, digits, - and _).');
  const openid = nobody ? '' : String(named);

  readBody(req, res, BODY_LIMIT, body => {
    if (body.length > EVENT_LIMIT)
      return refuse(
        res,
        413,
        'EVENT_TOO_LARGE',
        `An event may have ${EVENT_LIMIT / 1024} KB, and this one has ${Math.ceil(body.length / 1024)}.`,
      );
    faults.aroundCall(name, res, instead =>
      host.call(name, {
        body: body.toString(),
        openid,
        requestId: host.newRequestId(),
        source: 'wx_client',
        done: outcome => {
          if (instead) return instead();
          if (outcome.ok) return replyText(res, 200, outcome.json);
          refuse(res, STATUS_OF[outcome.code], outcome.code, outcome.message);
        },
      }),
    );
  });
}
