import { isFromPlatform, isOwner } from '../../../server/base/identity';

let mockSource: unknown;
jest.mock('../../../server/base/cloud', () => ({ cloud: { getWXContext: () => ({ SOURCE: mockSource }) } }));

test.each([
  ['a timer', 'wx_trigger', true],
  ['a function that a timer called', 'wx_trigger,scf', true],
  ['and one that this one called', 'wx_trigger,scf,scf', true],
  ['the mini-program', 'wx_client', false],
  ['a function that the mini-program called', 'wx_client,scf', false],
  ['the tool of WeChat', 'wx_devtools', false],
  ['a local run of it', 'wx_localdebug', false],
  ['WeChat’s HTTP interface', 'wx_http', false],
  ['a payment', 'wx_paycallback', false],
  ['a crawler', 'wx_crawler', false],
  ['nobody knows what', 'wx_unknown', false],
  ['a function without a trail', 'scf', false],
  ['a browser', 'web_client', false],
  ['a blank before a name', ' wx_client', false],
  ['a blank before the timer’s name', ' wx_trigger', false],
  ['a name that begins like the timer’s', 'wx_trigger2', false],
  ['the timer’s name in the middle', 'web_client,wx_trigger', false],
  ['a timer, and then something else than a function', 'wx_trigger,web_client', false],
  ['nothing', '', false],
  ['no word at all', undefined, false],
])('the platform begins a call from %s: %s → %s', (_, said, is) => {
  mockSource = said;
  expect(isFromPlatform()).toBe(is);
});

describe('the owner of the environment', () => {
  const KEY = 'a-key-of-24-characters-1';
  const before = process.env['HG_OWNER_KEY'];
  afterEach(() => {
    if (before === undefined) delete process.env['HG_OWNER_KEY'];
    else process.env['HG_OWNER_KEY'] = before;
  });

  test.each([
    ['knows the key', KEY, KEY, true],
    ['does not', KEY, `${KEY} `, false],
    ['says none', KEY, undefined, false],
    ['says something that is no text', KEY, [KEY], false],
    ['is nobody where no key is set', undefined, '', false],
    ['is nobody where the key can be guessed', 'short', 'short', false],
  ])('%s', (_, set, said, is) => {
    if (set === undefined) delete process.env['HG_OWNER_KEY'];
    else process.env['HG_OWNER_KEY'] = set;
    expect(isOwner(said)).toBe(is);
  });
});
