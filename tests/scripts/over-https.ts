import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTls } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Handle = (request: IncomingMessage, body: Buffer, response: ServerResponse) => void;

/**
 * A proxy that answers for hosts itself: programs that speak to Tencent or WeChat over HTTPS run unchanged against a stand-in.
 * `env` is what such a program needs: the proxy, and trust in its certificate (made here by openssl, for an hour).
 */
export async function overHttps(hosts: string[], handle: Handle) {
  const folder = mkdtempSync(join(tmpdir(), 'over-https-'));
  const key = join(folder, 'key.pem');
  const cert = join(folder, 'cert.pem');
  const names = hosts.map(host => `DNS:${host}`).join(',');
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      cert,
      '-days',
      '1',
      '-subj',
      '/CN=stand-in',
    ].concat(['-addext', `subjectAltName=${names}`]),
    { stdio: 'ignore' },
  );

  const inside = createTls({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => handle(request, Buffer.concat(chunks), response));
  });
  const sockets = new Set<Socket>();
  const refused: string[] = [];
  const proxy = createServer((_, response) => response.writeHead(501).end());
  proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    if (!hosts.includes(request.url!.split(':')[0]!)) {
      refused.push(request.url!);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    inside.emit('connection', socket);
  });
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

  return {
    env: { http_proxy: url, https_proxy: url, HTTP_PROXY: url, HTTPS_PROXY: url, NODE_EXTRA_CA_CERTS: cert },
    /** Hosts that were asked for and are not ours: nothing left this machine. */
    refused,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => proxy.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
