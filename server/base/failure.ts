/**
 * The one place that knows how the platform names its errors.
 *
 * - CONFLICT: two transactions, or a transaction and a write, met on a document. At an operation (not at the commit) it
 *   arrives as -501001, can be recognised only by its text, and is not retried by the SDK.
 * - DUPLICATE: that `_id` is taken. Field reports name -502001 with E11000, the documentation DATABASE_DUPLICATE_WRITE.
 * - BUSY: a time-out, a limit, a lost connection, a gateway without a server: the write may or may not have happened.
 * - MISSING: a collection that is not there: the environment is half deployed.
 * - FAULT: everything else: a bug.
 */
export type Failure = 'CONFLICT' | 'DUPLICATE' | 'BUSY' | 'MISSING' | 'FAULT';

const NO_COLLECTION = -502005;

const TIMED_OUT = -501002;
const TOO_MANY = [-501003, -501004];

const LOST =
  /time-?out|ETIMEDOUT|ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|SERVER_TIMEOUT|EXCEED_|502 Bad Gateway|503 Service/i;

export function failureOf(error: unknown): Failure {
  const { errCode, code, message = '' } = (error ?? {}) as { errCode?: number; code?: unknown; message?: string };
  const text = `${typeof code === 'string' ? code : ''} ${message}`;
  if (/TransactionConflict|TRANSACTION_CONFLICT|WriteConflict/i.test(text)) return 'CONFLICT';
  if (errCode === NO_COLLECTION || /COLLECTION_NOT_EXIST|Db or Table not exist/i.test(text)) return 'MISSING';
  if (/E11000|DUPLICATE_WRITE|duplicate key/i.test(text)) return 'DUPLICATE';
  if (errCode === TIMED_OUT || TOO_MANY.includes(errCode ?? 0)) return 'BUSY';
  return LOST.test(text) ? 'BUSY' : 'FAULT';
}

/**
 * A guarded write whose answer may get lost. UNKNOWN = it may have been written, or may yet be: the caller then reads
 * the document instead of guessing.
 */
export async function unlessLost<T>(write: Promise<T>): Promise<T | 'UNKNOWN'> {
  try {
    return await write;
  } catch (error) {
    if (failureOf(error) === 'BUSY') return 'UNKNOWN';
    throw error;
  }
}
