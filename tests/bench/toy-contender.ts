import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Contender } from '../../bench/contenders/contender';
import { WARM, WARM_PEOPLE, sectionIdOf } from '../../bench/contenders/contender';

/** What a contender may get wrong. The row's check must notice each. */
export type Bug =
  | 'oversells'
  | 'lets somebody in twice'
  | 'swaps two in line'
  | 'tells a wrong number'
  | 'says full too early'
  | 'reopens after full'
  | 'loses a claim';
export const BUGS: Bug[] = [
  'oversells',
  'lets somebody in twice',
  'swaps two in line',
  'tells a wrong number',
  'says full too early',
  'reopens after full',
  'loses a claim',
];

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
};

/** A line in memory behind `node:http`, right unless told to be wrong. */
export function toyContender(bug?: Bug): Contender {
  return {
    id: 'toy',
    label: 'toy',
    async start({ capacity, waitlistLimit, sections }) {
      const lines = new Map<string, string[]>();
      const size = capacity + waitlistLimit;
      const take = (sectionId: string, openid: string): object => {
        const warm = sectionId === sectionIdOf(WARM);
        if (!lines.has(sectionId)) lines.set(sectionId, []);
        const line = lines.get(sectionId)!;
        const most = warm
          ? WARM_PEOPLE
          : size + (bug === 'oversells' ? 1 : 0) - (bug === 'says full too early' ? 1 : 0);
        if (line.length >= most) {
          if (bug === 'reopens after full' && line.length === size) line.pop();
          return { ok: false, code: 'FULL' };
        }
        line.push(openid);
        if (bug === 'lets somebody in twice' && line.length === 2) line.push(openid);
        if (bug === 'swaps two in line' && line.length === size)
          [line[0], line[size - 1]] = [line[size - 1]!, line[0]!];
        if (bug === 'loses a claim' && line.length === 3) line.pop();
        const place = line.length + (bug === 'tells a wrong number' && line.length > 2 ? -1 : 0);
        return {
          ok: true,
          data: {
            place:
              place <= capacity ? { state: 'SEATED', number: place } : { state: 'WAITING', number: place - capacity },
          },
        };
      };
      const server = createServer((request, response) => {
        void bodyOf(request).then(body => {
          const { sectionId } = JSON.parse(body) as { sectionId: string };
          const answer = JSON.stringify(take(sectionId, String(request.headers['x-wx-openid'])));
          response.writeHead(200, { 'content-length': Buffer.byteLength(answer) });
          response.end(answer);
        });
      });
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
      return {
        port: (server.address() as AddressInfo).port,
        path: '/',
        body: section => JSON.stringify({ sectionId: sectionIdOf(section) }),
        pids: [process.pid],
        lines: async () => Array.from({ length: sections }, (_, i) => lines.get(sectionIdOf(i)) ?? []),
        stop: async () => {
          server.closeAllConnections();
          await new Promise(resolve => server.close(resolve));
        },
      };
    },
  };
}
