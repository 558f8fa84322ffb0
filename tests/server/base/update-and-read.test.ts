import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type * as unit from '../../../server/base/update-and-read';

/**
 * The SDK as it is, against a server that speaks its protocol and answers as each test says. Each test has an instance
 * of its own, so that nothing is known yet.
 */
const ACTION = 'database.modifyAndReturnDoc';
const UPDATE = 'database.modifyDocument';
const READ = 'database.getDocument';
type Reply = object | number;
const doc = { _id: 'tea', lineCount: 3 };
const returned = { data: { updated: 1, doc: JSON.stringify(doc) } };
const written = { data: { updated: 1 } };
const unwritten = { data: { updated: 0, doc: null } };
const found = { data: { list: [JSON.stringify(doc)] } };

let server: Server;
let replies: Record<string, Reply>;
let asked: string[];
let updateAndRead: typeof unit.updateAndRead;

beforeAll(async () => {
  server = createServer((req, res) => {
    let text = '';
    req.on('data', chunk => (text += chunk));
    req.on('end', () => {
      const { action } = JSON.parse(text) as { action: string };
      asked.push(action);
      const reply = replies[action]!;
      if (typeof reply === 'number') res.writeHead(reply).end('{}');
      else res.end(JSON.stringify({ requestId: 'r', ...reply }));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin` }),
    TCB_ENV: 'local',
    SCF_NAMESPACE: 'local',
    TENCENTCLOUD: 'true',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID',
    SILENCE: 'true',
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  asked = [];
  replies = { [UPDATE]: written, [READ]: found };
  jest.resetModules();
  ({ updateAndRead } = await import('../../../server/base/update-and-read'));
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const join = () => updateAndRead('sections', { _id: 'tea' }, { lineCount: 3 });
/** The actions that `work` asks for. */
async function actionsOf(work: () => Promise<unknown>): Promise<string[]> {
  asked = [];
  await work();
  return asked;
}

describe('an environment that knows the action', () => {
  test('one operation, and the document after it', async () => {
    replies[ACTION] = returned;

    expect(await join()).toEqual(doc);
    expect(asked).toEqual([ACTION]);
  });

  test('a guard that does not hold: null, and nothing else is tried', async () => {
    replies[ACTION] = unwritten;

    expect(await join()).toBeNull();
    expect(asked).toEqual([ACTION]);
  });

  test('one that writes and does not say what: the document is read', async () => {
    replies[ACTION] = written;

    expect(await join()).toEqual(doc);
    expect(asked).toEqual([ACTION, READ]);
  });
});

/** Nobody knows how a real environment would say it. */
describe.each<[string, Reply]>([
  ['INVALID_ACTION', { code: 'INVALID_ACTION', message: 'database.modifyAndReturnDoc is not supported' }],
  ['INVALID_PARAM', { code: 'INVALID_PARAM', message: 'invalid action' }],
  ['SYS_ERR', { code: 'SYS_ERR', message: 'unknown action' }],
  ['DATABASE_REQUEST_FAILED', { code: 'DATABASE_REQUEST_FAILED', message: '[FailedOperation] no such command' }],
  ['status 404', 404],
  ['an empty answer', {}],
])('an environment that does not know it and says %s', (_, unknown) => {
  beforeEach(() => void (replies[ACTION] = unknown));

  test('the write is done all the same, and the action is not asked for again', async () => {
    expect(await join()).toEqual(doc);
    expect(asked).toEqual([ACTION, UPDATE, READ]);

    expect(await actionsOf(join)).toEqual([UPDATE, READ]);
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  test('a guard that does not hold: null, both times', async () => {
    replies[UPDATE] = unwritten;

    expect(await join()).toBeNull();
    expect(await join()).toBeNull();
    expect(asked).toEqual([ACTION, UPDATE, UPDATE]);
  });
});

describe('a failure that says nothing about the action', () => {
  test.each<[string, Reply]>([
    ['a time-out', { code: 'SERVER_TIMEOUT', message: 'timeout' }],
    ['too many requests', { code: 'EXCEED_REQUEST_LIMIT', message: 'exceed' }],
    ['a conflict', { code: 'DATABASE_TRANSACTION_CONFLICT', message: '[ResourceUnavailable.TransactionConflict]' }],
    ['a missing collection', { code: 'DATABASE_COLLECTION_NOT_EXIST', message: 'Db or Table not exist' }],
    ['a gateway without a server', 502],
  ])('%s is thrown, and the next time the action is asked for', async (_, failure) => {
    replies[ACTION] = failure;
    await expect(join()).rejects.toThrow();
    expect(asked).toEqual([ACTION]);

    replies[ACTION] = returned;
    expect(await actionsOf(join)).toEqual([ACTION]);
  });

  test('what the update is refused for, too, is thrown, and the next time the action is asked for', async () => {
    replies[ACTION] = replies[UPDATE] = { code: 'DATABASE_REQUEST_FAILED', message: 'Cannot apply $inc' };
    await expect(join()).rejects.toThrow('$inc');

    replies[ACTION] = returned;
    expect(await actionsOf(join)).toEqual([ACTION]);
  });

  test('the read after a fallback gets lost: thrown, and the document is written once', async () => {
    replies[ACTION] = { code: 'INVALID_ACTION', message: 'unknown' };
    replies[READ] = { code: 'SERVER_TIMEOUT', message: 'timeout' };

    await expect(join()).rejects.toThrow('timeout');
    expect(asked).toEqual([ACTION, UPDATE, READ]);
  });
});
