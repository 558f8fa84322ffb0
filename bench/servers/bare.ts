import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As long as the product's own answer to somebody who is too late. */
const ANSWER = JSON.stringify({
  ok: false,
  code: 'FULL',
  message: '名额和候补都满了，看看还有名额的班',
  now: 1_773_451_200_000,
  details: {
    sectionId: 's0',
    opensAt: 1_773_451_200_000,
    lastSeatAt: 1_773_451_200_000,
    lastWaitAt: 1_773_451_200_000,
    arrivedAt: 1_773_451_200_000,
  },
});
const HEAD = { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(ANSWER) };

const server = createServer((request, response) => {
  let body = '';
  request.on('data', chunk => (body += chunk));
  request.on('end', () => {
    response.writeHead(200, HEAD);
    response.end(ANSWER);
    return body;
  });
});
process.once('message', () =>
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port })),
);
process.once('disconnect', () => process.exit(0));
