import { becomeLocally, chosenOpenid } from '../../../src/local/person';
import { recall, remember } from '../../../src/state/remembered';
import { phone } from '../taro';

/** What a browser gives each tab for itself. */
let tabs: Record<string, Record<string, string>>;
function inTab(name: string): void {
  window.sessionStorage.clear();
  for (const [key, value] of Object.entries((tabs[name] ??= {}))) window.sessionStorage.setItem(key, value);
  const keep = tabs[name]!;
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, key: string, value: string) {
    if (this === window.sessionStorage) keep[key] = value;
    Object.defineProperty(this, key, { value, configurable: true, writable: true, enumerable: true });
  });
}
beforeEach(() => {
  phone.reset();
  tabs = {};
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
