/**
 * A refusal as the wire carries it. The SDK turns `code` into `errCode`. Names that it knows get their own number, and
 * every other name becomes -501001.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** -502001: the request reached the database, and the database refused. */
export const requestFailed = (text: string) => new Refusal('DATABASE_REQUEST_FAILED', `[FailedOperation] ${text}`);

/** -501007: the request itself is malformed. */
export const invalidParameter = (text: string) => new Refusal('INVALID_PARAM', `[InvalidParameter] ${text}`);

/** -502002: an operator that is unknown, or not supported here. */
export const invalidOperator = (text: string) => new Refusal('DATABASE_INVALID_OPERRATOR', `[InvalidOperator] ${text}`);

/** -501001: an action that is unknown, or not supported here. */
export const unknownAction = (action: string) =>
  new Refusal('INVALID_ACTION', `${action} is not supported by this emulator.`);

/** -502005. */
export const collectionMissing = (name: string) =>
  new Refusal(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );

/** -502001 with the text that field reports show. */
export const duplicateKey = (collection: string, index: string, key: string) =>
  requestFailed(
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  );

/** The end of such a message in the cloud, as the tests of Tencent's own SDK show it. */
const CHECK = 'Please check your request, but if the problem persists, contact us.';

/**
 * Two transactions collide. The SDK uses the code only at commit time, where it retries because of it. At an operation
 * it drops the code (errCode -501001), so that only the text tells.
 */
export const transactionConflict = () =>
  new Refusal(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CHECK}`,
  );

/** -501001: the transaction is over, was aborted, or is older than its life of 30 s. */
export const transactionMissing = () =>
  new Refusal(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${CHECK}`,
  );
