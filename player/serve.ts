import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

export interface Served {
  url: string;
  stop(): Promise<void>;
}

/**
 * Serves the player at `/` and a built mini-program at `/app/`, on this machine only.
 * @param player the folder of the built player (dist/player)
 * @param app the folder with app.json
 * @param port 0 takes any free one
 * @param desk what the phone frame is asked for. `/desk` then leads to it, so that its address is short.
 */
export async function servePlayer(
  player: string,
  app: string,
  port = 0,
  desk?: Record<string, string>,
): Promise<Served> {
  const fileOf = (path: string): string | undefined => {
    const [folder, rest] = path.startsWith('/app/')
      ? [app, path.slice(4)]
      : [player, path === '/' ? '/index.html' : path];
    const file = normalize(join(folder, rest));
    return file.startsWith(normalize(folder + sep)) ? file : undefined;
  };
  const server = createServer((req, res) => {
    if (desk && req.url === '/desk') {
      res.writeHead(302, { location: `/desk.html?${new URLSearchParams(desk)}` });
      res.end();
      return;
    }
    const file = fileOf(decoded(req.url ?? '/'));
    const found = file === undefined ? Promise.reject(new Error('outside')) : readFile(file);
    found.then(
      bytes => {
        res.writeHead(200, {
          'content-type': TYPES[extname(file!)] ?? 'text/plain; charset=utf-8',
          'cache-control': 'no-cache',
        });
        res.end(bytes);
      },
      () => {
        res.writeHead(404);
        res.end();
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The path of a request; one that cannot be read means the first page. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url.split('?')[0]!);
  } catch {
    return '/';
  }
}
