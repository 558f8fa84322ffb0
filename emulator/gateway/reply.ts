import type { IncomingMessage, ServerResponse } from 'node:http';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Sends JSON that is already text. */
export function replyText(res: ServerResponse, status: number, json: string): void {
  if (res.writableEnded || res.destroyed) return;
  res.writeHead(status, { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(json) });
  res.end(json);
}

export const replyJson = (res: ServerResponse, status: number, value: unknown) =>
  replyText(res, status, JSON.stringify(value) ?? 'null');

/** The form of every error of the gateway. `message` is for the engineer and never contains a stack. */
export const refuse = (res: ServerResponse, status: number, code: string, message: string) =>
  replyText(res, status, JSON.stringify({ code, message }));

/** How much a client may still send after its body was too large, before it is cut off. */
const DRAIN_BYTES = 64 * 1024 * 1024;

/**
 * Reads a body of at most `limit` bytes. A longer one is discarded as it arrives and answered with 413 at its end, so
 * that the client, which is still sending, can read the answer.
 */
export function readBody(req: IncomingMessage, res: ServerResponse, limit: number, use: (body: Buffer) => void): void {
  let size = 0;
  let chunks: Buffer[] = [];
  let done = false;
  const tooLarge = () => {
    done = true;
    res.setHeader('connection', 'close');
    refuse(res, 413, 'BODY_TOO_LARGE', `A body may have ${limit / 1024 / 1024} MB at most.`);
    if (!req.complete) res.once('finish', () => req.destroy());
  };
  req.on('data', (chunk: Buffer) => {
    if (done) return;
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else {
      chunks = [];
      if (size > DRAIN_BYTES) tooLarge();
    }
  });
  req.on('end', () => {
    if (done) return;
    if (size > limit) return tooLarge();
    done = true;
    use(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks));
  });
}
