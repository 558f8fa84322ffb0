import { tooLarge } from '../../domain/sheet/limits';
import type { Grid, SheetProblem } from '../../domain/sheet/grid';
import { readCsv } from './csv';
import { problemOf } from './problems';
import { readXlsx } from './xlsx';

const startsWith = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);

const isPicture = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xff, 0xd8, 0xff) || // JPEG
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || // PNG
  startsWith(bytes, 0x47, 0x49, 0x46, 0x38) || // GIF
  startsWith(bytes, 0x42, 0x4d) || // BMP
  startsWith(bytes, 0x52, 0x49, 0x46, 0x46) || // WebP
  Buffer.from(bytes.subarray(4, 12)).toString('latin1').startsWith('ftyphei'); // HEIC

/** An old office file is a small file system. So is an encrypted .xlsx, which has a stream of this name in it. */
const isCompoundFile = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));

/*
 * Why these libraries: `fflate` (also the writer's) unpacks into buffers whose sizes are checked before, `saxes` reads
 * XML and expands no entities of its own, `papaparse` reads csv. The whole readers on npm tell neither merged cells nor
 * formulas without a value, bound nothing, and weigh 0.4 to 1 MB in the function (exceljs, excelts), or are old and
 * have known holes (xlsx). `read-excel-file` is the other reader with which the tests check ours.
 */

/**
 * Reads the tables of a file, by what its bytes are and not by its name. Nothing is kept and nothing is thrown: if it
 * cannot be read, the result is a problem, in a sentence for staff.
 */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<Grid | SheetProblem> {
  if (bytes.length === 0) return problemOf('EMPTY');
  if (isPicture(bytes)) return problemOf('PICTURE');
  if (isCompoundFile(bytes)) return problemOf(isEncrypted(bytes) ? 'PASSWORD' : 'OLD_XLS');
  const large = tooLarge(bytes.length);
  if (large !== undefined) return { code: 'TOO_LARGE', problem: large };
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes, fileName);
  return readCsv(bytes, fileName);
}
