import { becomeLocally, chosenOpenid } from '../../../../src/app/local/person';
import { recall, remember } from '../../../../src/app/memory/remembered';
import { phone } from '../../taro';

/** What a browser gives each tab for itself, and the tab that somebody looks at. */
let tabs: Record<string, Map<string, string>>;
let here: Map<string, string>;
const inTab = (name: string): void => void (here = tabs[name] ??= new Map());
const { getItem, setItem } = Storage.prototype;
beforeEach(() => {
  phone.reset();
  tabs = {};
  inTab('first');
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(function (this: Storage, key: string) {
    return this === window.sessionStorage ? (here.get(key) ?? null) : getItem.call(this, key);
  });
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key: string, value: string) {
    if (this === window.sessionStorage) here.set(key, value);
    else setItem.call(this, key, value);
  });
});
afterEach(() => jest.restoreAllMocks());

test('two tabs are two persons, and a third begins as the last who was chosen', () => {
  inTab('A');
  becomeLocally('oHeYu');
  inTab('B');
  becomeLocally('oZhangGuilan');

  inTab('A');
  expect(chosenOpenid()).toBe('oHeYu');
  inTab('B');
  expect(chosenOpenid()).toBe('oZhangGuilan');
  inTab('C');
  expect(chosenOpenid()).toBe('oZhangGuilan');
  inTab('A');
  becomeLocally('oWangMin');
  inTab('C');
  expect(chosenOpenid()).toBe('oZhangGuilan');
});

test('what one of them keeps for times without network is nothing that the other sees', () => {
  inTab('A');
  becomeLocally('oHeYu');
  remember('member.me:{}', '何宇', 1);
  inTab('B');
  becomeLocally('oZhangGuilan');

  expect(recall('member.me:{}')).toBeUndefined();
  remember('member.me:{}', '张桂兰', 2);
  inTab('A');
  expect(recall('member.me:{}')?.value).toBe('何宇');
});
