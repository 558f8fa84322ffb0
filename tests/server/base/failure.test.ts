import { failureOf, unlessLost } from '../../../server/base/failure';

/** Errors as the SDK throws them: an Error with `errCode`, or what `commit` throws, a plain object with `code`. */
const sdk = (errCode: number, message: string) => Object.assign(new Error(message), { errCode, errMsg: message });

test.each([
  [
    'a conflict at an operation',
    sdk(-501001, 'document.update:fail -501001 resource system error. [ResourceUnavailable.TransactionConflict] …'),
    'CONFLICT',
  ],
  ['a conflict at the commit', { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'Transaction conflict' }, 'CONFLICT'],
  [
    'a taken id, as reported from the field',
    sdk(-502001, 'collection.add:fail -502001 database request fail. E11000 duplicate key error …'),
    'DUPLICATE',
  ],
  ['a taken id, as documented', { code: 'DATABASE_DUPLICATE_WRITE', message: 'duplicate' }, 'DUPLICATE'],
  ['a server that timed out', sdk(-501002, 'resource server timeout'), 'BUSY'],
  ['too many requests', sdk(-501003, 'exceed request limit'), 'BUSY'],
  ['too many at once', sdk(-501004, 'exceed concurrent request limit'), 'BUSY'],
  ['a gateway without a server', sdk(-501001, '502 Bad Gateway | [https://tcb-api…]'), 'BUSY'],
  ['a connection that broke', sdk(-1, 'collection.update:fail socket hang up'), 'BUSY'],
  ['a connection that was refused', sdk(-1, 'connect ECONNREFUSED 127.0.0.1:1'), 'BUSY'],
  ['the same from node-sdk', { code: 'SERVER_TIMEOUT', message: 'resource server timeout' }, 'BUSY'],
  ['too many requests, from node-sdk', { code: 'EXCEED_REQUEST_LIMIT', message: 'exceed' }, 'BUSY'],
  ['a socket that timed out, from node-sdk', { code: 'ESOCKETTIMEDOUT', message: 'request timeout' }, 'BUSY'],
  ['a missing collection, from node-sdk', { code: 'DATABASE_COLLECTION_NOT_EXIST', message: 'no' }, 'MISSING'],
  ['an action that the environment does not know', { code: 'INVALID_ACTION', message: 'unknown action' }, 'FAULT'],
  ['a missing collection', sdk(-502005, 'database collection not exists'), 'MISSING'],
  [
    'a missing collection by its text',
    sdk(-1, 'collection.get:fail. [ResourceNotFound] Db or Table not exist: follows.'),
    'MISSING',
  ],
  [
    'a command that is none',
    sdk(-502001, 'database request fail. Cannot apply $inc to a value of non-numeric type'),
    'FAULT',
  ],
  ['a bug', new TypeError('x is not a function'), 'FAULT'],
  ['nothing at all', undefined, 'FAULT'],
])('%s', (_, error, failure) => {
  expect(failureOf(error)).toBe(failure);
});

test('a guarded write: what it answers, or unknown where its answer got lost; a bug still throws', async () => {
  expect(await unlessLost(Promise.resolve(true))).toBe(true);
  expect(await unlessLost(Promise.resolve(null))).toBe(null);
  expect(await unlessLost(Promise.reject(sdk(-501002, 'timeout')))).toBe('UNKNOWN');
  await expect(unlessLost(Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
});
