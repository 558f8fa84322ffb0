import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from './reply';

const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Only pages of this machine may talk to the emulator. A foreign page can't: its Origin gives it away, and where its
 * own name has been pointed at 127.0.0.1 (DNS rebinding) its Host does. False where the reply has been given.
 */
export function letIn(req: IncomingMessage, res: ServerResponse): boolean {
  const { host, origin } = req.headers;
  if (host === undefined || !LOCAL_HOST.test(host)) {
    refuse(res, 403, 'FOREIGN_HOST', 'The emulator answers to localhost and 127.0.0.1 only.');
    return false;
  }
  if (origin === undefined) return true;
  if (!LOCAL_ORIGIN.test(origin)) {
    refuse(res, 403, 'FOREIGN_ORIGIN', 'The emulator answers pages of this machine only.');
    return false;
  }
  res.setHeader('access-control-allow-origin', origin);
  res.setHeader('vary', 'origin');
  return true;
}

/** Answers a preflight of a page on another port of this machine. */
export function preflight(res: ServerResponse): void {
  res.writeHead(204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type, x-wx-openid, x-wx-identityless',
    'access-control-max-age': '600',
  });
  res.end();
}
