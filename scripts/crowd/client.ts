import { Agent, request } from 'node:http';
import type { AnswerOf } from '../../domain/api';
import { functionOf } from '../../domain/functions';

type ClaimAnswer = AnswerOf<'line.claim'>;
export type ClaimResult = ClaimAnswer | { ok: false; code: 'BUSY'; details: { retryAfterMs: number } };

/**
 * Claims over HTTP on kept-alive connections. A reply that does not come from the door (429, 504, a broken pipe)
 * counts as BUSY.
 */
export function claimClient(url: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const target = new URL(`/call/${functionOf('line.claim')}`, url);
  const busy: ClaimResult = { ok: false, code: 'BUSY', details: { retryAfterMs: 500 } };

  const claim = (openid: string, batchId: string, sectionId: string) =>
    new Promise<ClaimResult>(resolve => {
      const body = JSON.stringify({ endpoint: 'line.claim', input: { batchId, sectionId } });
      const call = request(
        target,
        {
          method: 'POST',
          agent,
          headers: {
            'x-wx-openid': openid,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
          },
        },
        reply => {
          let text = '';
          reply.setEncoding('utf8');
          reply.on('data', chunk => (text += chunk));
          reply.on('end', () => resolve(reply.statusCode === 200 ? (JSON.parse(text) as ClaimResult) : busy));
          reply.on('error', () => resolve(busy));
        },
      );
      call.on('error', () => resolve(busy));
      call.end(body);
    });

  return { claim, close: () => agent.destroy() };
}
