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

/** `312 KB`, `1.3 MB` */
const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** The sentence for a file that is too large to send, or `undefined`. For the app, before it sends, and for the function. */
export const tooLarge = (bytes: number): string | undefined =>
  bytes <= SHEET_BYTES_LIMIT
    ? undefined
    : `这个文件有 ${sizeText(bytes)}，最多能收 ${sizeText(SHEET_BYTES_LIMIT)}。多半是表里有图片，或者有几千行：请删掉图片再存一次，或把要导入的班粘贴到模板里`;
