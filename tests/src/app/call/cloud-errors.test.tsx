import { replyToCloudError } from '../../../../src/app/call/cloud-errors';

/** As `wx.cloud.callFunction` fails: texts as the documentation and the field report them. */
const failed = (errCode: number | undefined, errMsg: string) => replyToCloudError({ errCode, errMsg });

test.each([
  [
    'a function that is not there',
    -501000,
    'cloud.callFunction:fail -501000 FunctionName parameter could not be found',
    'missing',
  ],
  [
    'by its text alone',
    -504002,
    'cloud.callFunction:fail Error: errCode: -504002 | errMsg: Function not found: [line]',
    'missing',
  ],
  ['code that is not whole', -504002, "functions execute fail | errMsg: Cannot find module 'wx-server-sdk'", 'missing'],
  [
    'ended at its time-out',
    -504003,
    'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out after 5 seconds',
    'timeout',
  ],
  [
    'ended at its time-out, by its status',
    -404011,
    'cloud function execution error {"errorMessage":"Invoking task","statusCode":433}',
    'timeout',
  ],
  [
    'ended at its memory',
    -404011,
    'cloud function execution error {"statusCode":434,"errorMessage":"memory limit"}',
    'timeout',
  ],
  ['an answer that never came', -404012, 'polling exceed max timeout retry', 'timeout'],
  ['WeChat’s own time-out', -604102, 'system timeout', 'timeout'],
  ['an environment that is not paid for', -501001, 'resource system error | errMsg: env status is isolated', 'stopped'],
  ['an environment that was removed', -501000, 'errCode: -501000  | errMsg: Environment not found', 'stopped'],
  ['an environment that is not in order', -501005, 'invalid env', 'stopped'],
  ['too many calls of this phone', -405015, 'exceed concurrent limit', 'busy'],
  ['too many calls of everybody', -501004, 'exceed concurrent request limit', 'busy'],
  ['too often', -501001, 'exceed frequency limit', 'busy'],
  ['a function that threw', -504002, 'functions execute fail | errMsg: TypeError: x is not a function', 'fault'],
  ['the same, by its other number', -404011, 'cloud function execution error | TypeError', 'fault'],
  ['no network', -1, 'cloud.callFunction:fail request:fail', 'offline'],
  ['no network, without a number', undefined, 'request:fail', 'offline'],
])('%s', (_, errCode, errMsg, kind) => {
  expect(failed(errCode, errMsg)).toMatchObject({ kind });
});

test('who was told to come back in a minute is not sent again before', () => {
  expect(failed(-405015, 'x')).toEqual({ kind: 'busy', retryAfterMs: 60_000 });
});
