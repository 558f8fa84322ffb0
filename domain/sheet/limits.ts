/**
 * The largest file that fits. A file is sent as base64 in one call, and a function's request has 100 KB of text at most
 * (https://docs.cloudbase.net/error-code/EXCEED_MAX_PAYLOAD_SIZE): 72,000 bytes become 96,000 characters. A sheet of 75
 * sections needs about a fifth of it.
 */
export const SHEET_BYTES_LIMIT = 72_000;

/** How many rows of one sheet are read, including title and blank rows. */
export const SHEET_ROWS_LIMIT = 1_000;

/** Further columns are not read, because no header is that far to the right. */
export const SHEET_COLUMNS_LIMIT = 100;

/** Characters of one cell. A field of the form for one section has the same limit. */
export const CELL_LIMIT = 500;

/** Characters of the words about a class's time, with all its columns joined. */
export const SCHEDULE_LIMIT = 300;

/**
 * The limits of a file. A file that exceeds them is no course sheet. Merged blocks do not overlap, so they cover no
 * more cells than there are.
 */
export const MERGES_LIMIT = 5_000;
export const CELLS_LIMIT = 200_000;
export const STRINGS_LIMIT = 100_000;
export const TABS_LIMIT = 50;

/**
 * Cells mended on the page and rows left out are sent in the same call as the file. The file leaves this many bytes for
 * them.
 */
const MENDED_BYTES_LIMIT = 3_000;

/** `312 KB`, `1.3 MB` */
const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** How many bytes this base64 stands for. */
const bytesOfBase64 = (text: string): number => Math.floor((text.replace(/=+$/, '').length * 3) / 4);

/** The length in bytes of UTF-8, counted by hand because phones have no TextEncoder. */
const utf8Bytes = (text: string): number =>
  encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '??')).replace(/%../g, '.').length;

/**
 * The sentence for a sheet that does not fit into one call, or `undefined`. The app checks before it sends, and the
 * function checks again.
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

/** The sentence for a file that is too large to send, or `undefined`. */
export const tooLarge = (bytes: number): string | undefined =>
  bytes <= SHEET_BYTES_LIMIT
    ? undefined
    : `这个文件有 ${sizeText(bytes)}，最多能收 ${sizeText(SHEET_BYTES_LIMIT)}。多半是表里有图片，或者有几千行：请删掉图片再存一次，或把要导入的班粘贴到模板里`;
