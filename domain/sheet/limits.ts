/**
 * A file travels as base64 inside one call, and a function's request has 100 KB of text at most
 * (https://docs.cloudbase.net/error-code/EXCEED_MAX_PAYLOAD_SIZE): 72,000 bytes become 96,000 characters.
 * A sheet of 75 sections has about a fifth of it.
 */
export const SHEET_BYTES_LIMIT = 72_000;

/** Rows of one sheet that are read, title and blank rows included. */
export const SHEET_ROWS_LIMIT = 1_000;

/** Columns beyond are not read: no header stands there. */
export const SHEET_COLUMNS_LIMIT = 100;

/** Characters of one cell. The form for one section takes no more either. */
export const CELL_LIMIT = 500;

/** Characters of all that is said of a class's time, its columns put together. */
export const SCHEDULE_LIMIT = 300;

/** What a file may hold; more of it is no course sheet. Merged blocks do not overlap, so they cover no more cells than there are. */
export const MERGES_LIMIT = 5_000;
export const CELLS_LIMIT = 200_000;
export const STRINGS_LIMIT = 100_000;
export const TABS_LIMIT = 50;

/** Cells that were mended on the page and rows that were left out travel in the same call as the file, which leaves so much to them. */
const MENDED_BYTES_LIMIT = 3_000;

/** `312 KB`, `1.3 MB` */
const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** How many bytes are behind so much base64. */
const bytesOfBase64 = (text: string): number => Math.floor((text.replace(/=+$/, '').length * 3) / 4);

/** Bytes of UTF-8; phones have no TextEncoder. */
const utf8Bytes = (text: string): number =>
  encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '??')).replace(/%../g, '.').length;

/**
 * The sentence for a sheet that does not fit into one call, or `undefined`. The app asks it before it sends, and the
 * function once more.
 */
export function tooLargeToSend(sheet: {
  file: string;
  mended?: readonly object[] | undefined;
  without?: readonly number[] | undefined;
}): string | undefined {
  const large = tooLarge(bytesOfBase64(sheet.file));
  if (large !== undefined) return large;
  const mended = utf8Bytes(JSON.stringify([...(sheet.mended ?? []), ...(sheet.without ?? [])]));
  return mended <= MENDED_BYTES_LIMIT
    ? undefined
    : `在页面上改的内容有 ${sizeText(mended)}，一次最多 ${sizeText(MENDED_BYTES_LIMIT)}。请先导入改好的班，其余的在表里改好再上传`;
}

/** The sentence for a file of so many bytes that is too large to send, or `undefined`. */
export const tooLarge = (bytes: number): string | undefined =>
  bytes <= SHEET_BYTES_LIMIT
    ? undefined
    : `这个文件有 ${sizeText(bytes)}，最多能收 ${sizeText(SHEET_BYTES_LIMIT)}。多半是表里有图片，或者有几千行：请删掉图片再存一次，或把要导入的班粘贴到模板里`;
