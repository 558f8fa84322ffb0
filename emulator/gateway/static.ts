import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { refuse } from './reply';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};
const TEXT = /^text|json|svg/;
/** A file whose name changes with its content may be cached for ever. */
const HASHED = /[.-][0-9a-f]{8,32}\.[a-z0-9]+$/;
/** Larger files are streamed uncompressed. */
const GZIP_LIMIT = 8 * 1024 * 1024;

/** Serves the files of one folder at GET /. */
export class StaticFiles {
  private readonly zipped = new Map<string, { etag: string; bytes: Buffer }>();

  constructor(private readonly folder: string) {}

  handle(path: string, req: IncomingMessage, res: ServerResponse): void {
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return refuse(res, 405, 'METHOD_NOT_ALLOWED', 'Files are read with GET.');
    const file = this.fileOf(path);
    const stats = file === undefined ? undefined : statOf(file);
    if (file === undefined || !stats) return refuse(res, 404, 'NOT_FOUND', 'There is no such page.');
    const etag = `"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}"`;
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const headers: Record<string, string | number> = {
      etag,
      'content-type': type,
      'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    };
    if (req.headers['if-none-match'] === etag) {
      res.writeHead(304, headers);
      return void res.end();
    }
    const zip = TEXT.test(type) && stats.size < GZIP_LIMIT && /\bgzip\b/.test(String(req.headers['accept-encoding']));
    const bytes = zip ? this.zip(file, etag) : undefined;
    if (zip) Object.assign(headers, { 'content-encoding': 'gzip', vary: 'accept-encoding' });
    res.writeHead(200, { ...headers, 'content-length': bytes?.length ?? stats.size });
    if (req.method === 'HEAD') return void res.end();
    if (bytes) return void res.end(bytes);
    createReadStream(file)
      .on('error', () => res.destroy())
      .pipe(res);
  }

  /** The file that a path means; undefined if it would lead out of the folder. */
  private fileOf(path: string): string | undefined {
    let decoded: string;
    try {
      decoded = decodeURIComponent(path);
    } catch {
      return undefined;
    }
    if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
    const file = normalize(join(this.folder, decoded.endsWith('/') ? `${decoded}index.html` : decoded));
    return file.startsWith(normalize(this.folder + sep)) ? file : undefined;
  }

  private zip(file: string, etag: string): Buffer {
    const known = this.zipped.get(file);
    if (known?.etag === etag) return known.bytes;
    const bytes = gzipSync(readFileSync(file));
    this.zipped.set(file, { etag, bytes });
    return bytes;
  }
}

/** If the file system refuses a name (too long, below a file, a loop of links), there is no such page. */
function statOf(file: string): Stats | undefined {
  try {
    const stats = statSync(file);
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}
