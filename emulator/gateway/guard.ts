import type { IncomingMessage, ServerResponse } from 'node:http';
import { refuse } from './reply';

const LOCAL_NAME = /^(localhost|127\.0\.0\.1|\[::1\])$/i;
const HOST = /^(.+?)(?::\d{1,5})?$/;
const ORIGIN = /^https?:\/\/(.+?)(?::\d{1,5})?$/i;

/**
 * Lets only pages of this machine talk to the emulator. A foreign page is recognised by its Origin. If its own name has
 * been pointed at 127.0.0.1 (DNS rebinding), it is recognised by its Host. False if the reply has been sent.
 * @param lan an address of this machine that counts as its own too.
 */
export function letIn(req: IncomingMessage, res: ServerResponse, lan: string | undefined): boolean {
  const { host = '', origin } = req.headers;
  const isOurs = (name: string | undefined) => name !== undefined && (LOCAL_NAME.test(name) || name === lan);
  if (!isOurs(HOST.exec(host)?.[1])) {
    refuse(res, 403, 'FOREIGN_HOST', 'The emulator answers to localhost and 127.0.0.1 only.');
    return false;
  }
  if (origin === undefined) return true;
  if (!isOurs(ORIGIN.exec(origin)?.[1])) {
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
