import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KIND } from '../../bench/load/answer';
import { Histogram } from '../../bench/load/histogram';
import { openidOf, type LoadJob, type LoadResult } from '../../bench/load/job';
import { Rush } from '../../bench/load/rush';

const FULL = '{"ok":false,"code":"FULL"}';

async function against(handle: RequestListener, job: Partial<LoadJob>): Promise<LoadResult> {
  const server = createServer(handle);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const choice = new Uint16Array(20);
    return await new Rush({ port, path: '/', bodies: ['{}'], choice, crowd: 'T', connections: 4, ...job }).run();
  } finally {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }
}

const answer =
  (text: string): RequestListener =>
  (request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-length': text.length }).end(text));
  };

test('everybody is sent once with their own openid, and told once', async () => {
  const seen: string[] = [];

  const result = await against((request, response) => {
    seen.push(String(request.headers['x-wx-openid']));
    answer(FULL)(request, response);
  }, {});

  expect(seen.sort()).toEqual(Array.from({ length: 20 }, (_, person) => openidOf('T', person)).sort());
  expect([...result.kind]).toEqual(Array(20).fill(KIND.FULL));
  expect(result.requests).toBe(20);
  expect(new Histogram(result.latency).total).toBe(20);
});

test('in the open loop a stall is counted from when people meant to come, not from when they could be sent', async () => {
  const STALL_MS = 400;
  let first = true;

  const result = await against(
    (request, response) => {
      const wait = first ? STALL_MS : 0;
      first = false;
      setTimeout(() => answer(FULL)(request, response), wait);
    },
    { connections: 1, perSecond: 100, choice: new Uint16Array(30) },
  );

  // All but the first could only be sent after the stall: from sending they would all look fast.
  expect(Math.min(...result.sentAt.slice(1))).toBeGreaterThanOrEqual(result.answeredAt[0]!);
  // 30 people came within 290 ms: each waited 110 ms at least.
  expect(new Histogram(result.latency).at(0)).toBeGreaterThanOrEqual(100_000);
});

test('in the open loop nobody is sent before their time', async () => {
  const result = await against(answer(FULL), { connections: 4, perSecond: 200 });

  expect(result.sentAt).toHaveLength(20);
  result.sentAt.forEach((at, person) => expect(at).toBeGreaterThanOrEqual((person * 1000) / 200 - 0.001));
});

test('busy, refused and broken calls are tried again by the same person until the answer is definite', async () => {
  const tries = new Map<string, number>();

  const result = await against(
    (request, response) => {
      const openid = String(request.headers['x-wx-openid']);
      const nth = (tries.get(openid) ?? 0) + 1;
      tries.set(openid, nth);
      if (nth === 1) answer('{"ok":false,"code":"BUSY","details":{"retryAfterMs":1}}')(request, response);
      else if (nth === 2) request.resume().on('end', () => response.writeHead(429, { 'content-length': 0 }).end());
      else if (nth === 3) request.socket.destroy();
      else answer('{"ok":true,"data":{"place":{"state":"WAITING","number":7}}}')(request, response);
    },
    { choice: new Uint16Array(4) },
  );

  expect([...tries.values()]).toEqual([4, 4, 4, 4]);
  expect([...result.kind]).toEqual(Array(4).fill(KIND.WAITING));
  expect([...result.number]).toEqual([7, 7, 7, 7]);
});

test('an answer that comes in pieces is put together', async () => {
  const text = '{"ok":true,"data":{"place":{"state":"SEATED","number":3}}}';

  const result = await against(
    (request, response) => {
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-length': text.length });
        response.write(text.slice(0, 20));
        setTimeout(() => response.end(text.slice(20)), 5);
      });
    },
    { choice: new Uint16Array(4) },
  );

  expect([...result.number]).toEqual([3, 3, 3, 3]);
});

test('an answer that is none of seat, wait and full is kept to be shown', async () => {
  const result = await against(answer('{"ok":false,"code":"NOT_OPEN"}'), {});

  expect(result.kind[0]).toBe(KIND.OTHER);
  expect(result.strange).toContain('NOT_OPEN');
});
