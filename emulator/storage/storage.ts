import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { readBody, refuse } from '../gateway/reply';
import type { LogBook } from '../log';
import { readMultipart } from '../openapi/multipart';
import { FileBucket, isFilePath } from './bucket';

/** The HTTP path at which files are put and read. */
export const STORAGE = '/_storage/';

const UPLOAD_LIMIT = 50 * 1024 * 1024;
/** How long after the request for it an upload may begin. */
const TICKET_MS = 15 * 60_000;

const TYPES: Record<string, string> = {
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Reply = { data: unknown } | { code: string; message: string };

/**
 * Cloud storage: `storage.*` of the SDK's wire, and the addresses it gives out. As in the cloud, a file is uploaded in
 * two requests (ask for a place, PUT the bytes), and everybody may read it (公有读, the platform's default).
 */
export class Storage {
  private readonly bucket: FileBucket;
  private readonly tickets = new Map<string, { path: string; until: number }>();
  private readonly prefix: string;

  constructor(
    folder: string,
    envId: string,
    private readonly url: () => string,
    private readonly log: LogBook,
  ) {
    this.bucket = new FileBucket(folder);
    this.prefix = `cloud://${envId}.files-${envId}/`;
  }

  /** Answers an action of the wire. */
  async handle(action: string, request: Record<string, unknown>): Promise<Reply> {
    switch (action) {
      case 'storage.getUploadMetadata':
        return this.ticket(request['path']);
      case 'storage.batchGetDownloadUrl':
        return { data: { download_list: await each(request['file_list'], file => this.addressOf(file)) } };
      case 'storage.batchDeleteFile':
        return { data: { delete_list: await each(request['fileid_list'], file => this.remove(file)) } };
      default:
        return { code: 'INVALID_PARAM', message: `not supported by this emulator: ${action}` };
    }
  }

  /**
   * `GET` of `/_storage/<path>`, and both ways to upload. wx-server-sdk puts the bytes (`PUT`) from version 3.1 on;
   * older versions send a form (`POST`).
   */
  serve(rest: string, req: IncomingMessage, res: ServerResponse): void {
    let path: string;
    try {
      path = decodeURIComponent(rest);
    } catch {
      return refuse(res, 400, 'BAD_PATH', 'The path is not encoded well.');
    }
    if (!isFilePath(path)) return refuse(res, 400, 'BAD_PATH', 'No file can be called that.');
    switch (req.method) {
      case 'GET':
        return void this.send(path, res);
      case 'PUT':
        return readBody(req, res, UPLOAD_LIMIT, bytes =>
          this.keep(path, String(req.headers.authorization ?? ''), bytes, res),
        );
      case 'POST':
        return readBody(req, res, UPLOAD_LIMIT, bytes => {
          const form = readMultipart(bytes, req.headers['content-type']);
          const file = form?.get('file');
          if (!form || !file || form.get('key')?.toString() !== path)
            return xmlError(res, 400, 'MalformedPOSTRequest', 'A form with "key", "Signature" and "file" is needed.');
          this.keep(path, String(form.get('Signature') ?? ''), file, res);
        });
      default:
        return refuse(res, 405, 'METHOD_NOT_ALLOWED', 'Files are read with GET.');
    }
  }

  /** Stores a file if its ticket allows it. */
  private keep(path: string, key: string, bytes: Buffer, res: ServerResponse): void {
    const ticket = this.tickets.get(key);
    if (ticket?.path !== path || ticket.until < Date.now())
      return xmlError(res, 403, 'AccessDenied', 'Ask for an upload first.');
    this.tickets.delete(key);
    this.bucket.put(path, bytes).then(
      () => res.writeHead(200, { 'content-length': 0 }).end(),
      () => xmlError(res, 500, 'InternalError', 'The file could not be written.'),
    );
  }

  private ticket(path: unknown): Reply {
    if (typeof path !== 'string' || !isFilePath(path))
      return { code: 'STORAGE_REQUEST_FAIL', message: `No file can be called ${JSON.stringify(path)}.` };
    const now = Date.now();
    for (const [key, { until }] of this.tickets) if (until < now) this.tickets.delete(key);
    const authorization = randomUUID();
    this.tickets.set(authorization, { path, until: now + TICKET_MS });
    const fileId = this.prefix + path;
    return {
      data: { url: encodeURI(this.address(path)), token: 'local', authorization, fileId, cosFileId: encodeURI(fileId) },
    };
  }

  private async addressOf(file: unknown): Promise<object> {
    const { fileid, max_age: maxAge } = (file ?? {}) as { fileid?: unknown; max_age?: unknown };
    const path = this.pathOf(fileid);
    if (path === undefined || (await this.bucket.get(path)) === undefined)
      return { ...missing(fileid), tempFileURL: '' };
    return { code: 'SUCCESS', fileID: fileid, tempFileURL: this.address(path), maxAge: maxAge ?? 86_400 };
  }

  private async remove(fileid: unknown): Promise<object> {
    const path = this.pathOf(fileid);
    const removed = path !== undefined && (await this.bucket.remove(path));
    return removed ? { code: 'SUCCESS', fileID: fileid } : missing(fileid);
  }

  private async send(path: string, res: ServerResponse): Promise<void> {
    let bytes: Buffer | undefined;
    try {
      bytes = await this.bucket.get(path);
    } catch (error) {
      this.log.say('error', `reading ${path}: ${(error as Error).message}`);
      return refuse(res, 500, 'FAULT', 'The emulator failed at this request: see its log.');
    }
    if (!bytes) return refuse(res, 404, 'NOT_FOUND', 'There is no such file.');
    res.writeHead(200, {
      'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
      'content-length': bytes.length,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    res.end(bytes);
  }

  /**
   * The address is not encoded, because the SDK encodes an address that it downloads from, but not one that it uploads
   * to.
   */
  private address(path: string): string {
    return this.url() + STORAGE + path;
  }

  private pathOf(fileid: unknown): string | undefined {
    if (typeof fileid !== 'string' || !fileid.startsWith(this.prefix)) return undefined;
    const path = fileid.slice(this.prefix.length);
    return isFilePath(path) ? path : undefined;
  }
}

const missing = (fileID: unknown) => ({ code: 'STORAGE_FILE_NONEXIST', fileID });

const each = (list: unknown, one: (file: unknown) => Promise<object>): Promise<object[]> =>
  Promise.all((Array.isArray(list) ? list : []).slice(0, 50).map(one));

/** An error in XML, because the SDK expects the object store to answer in XML. */
function xmlError(res: ServerResponse, status: number, code: string, message: string): void {
  const text = message.replace(/[<&>]/g, ' ');
  const xml = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${text}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;
  res.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(xml) });
  res.end(xml);
}
