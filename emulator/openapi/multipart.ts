/**
 * The parts of a multipart/form-data body by name; wx-server-sdk sends open API calls in this form. Undefined if the
 * content type or the body is malformed.
 */
export function readMultipart(body: Buffer, contentType: string | undefined): Map<string, Buffer> | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
  if (boundary === undefined) return undefined;
  const mark = Buffer.from(`--${boundary}`);
  const parts = new Map<string, Buffer>();
  let from = body.indexOf(mark);
  while (from >= 0) {
    const start = from + mark.length + 2;
    const end = body.indexOf(mark, start);
    if (end < 0) break;
    const gap = body.indexOf('\r\n\r\n', start);
    if (gap < 0 || gap > end) return undefined;
    const name = /name="([^"]*)"/i.exec(body.toString('utf8', start, gap))?.[1];
    if (name !== undefined) parts.set(name, body.subarray(gap + 4, end - 2));
    from = end;
  }
  return parts.size === 0 ? undefined : parts;
}
