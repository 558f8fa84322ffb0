import Taro from '@tarojs/taro';

/** A person of the sample data whose part the local bar can take. */
export interface LocalPerson {
  openid: string;
  name: string;
  role: 'worker' | 'instructor' | 'staff';
}

const KEY = 'hg.local.openid';
const GATEWAY = process.env.HG_GATEWAY ?? '';

/** If no sample data answers (a bare emulator), calls still need a person. */
const NOBODY_YET = 'oLocalWorker-0000000000000001';

let people: Promise<LocalPerson[]> | undefined;

/** The people of the sample data; empty if the emulator runs without it. */
export function localPeople(): Promise<LocalPerson[]> {
  people ??= Taro.request<unknown>({ url: `${GATEWAY}/local/people`, method: 'GET', timeout: 5_000 }).then(
    ({ statusCode, data }) => (statusCode === 200 && Array.isArray(data) ? (data as LocalPerson[]) : []),
    () => [],
  );
  return people;
}

/** In a browser each tab is a person of its own. WeChat has no tabs, and its storage belongs to one person. */
const ofTab = (): Storage | undefined =>
  process.env.TARO_ENV === 'weapp' || typeof sessionStorage === 'undefined' ? undefined : sessionStorage;

/**
 * The person chosen in this tab. A new tab starts with the person who was last chosen in any tab and then keeps that
 * one. Empty if nobody was chosen, and always empty in WeChat.
 */
export function chosenOpenid(): string {
  const here = ofTab()?.getItem(KEY);
  if (here) return here;
  const chosen: unknown = Taro.getStorageSync(KEY);
  if (typeof chosen !== 'string' || chosen === '') return '';
  ofTab()?.setItem(KEY, chosen);
  return chosen;
}

/** The person as whom the local build acts. */
export async function localOpenid(): Promise<string> {
  const chosen = chosenOpenid();
  if (chosen) return chosen;
  const all = await localPeople();
  return (all.find(person => person.role === 'worker') ?? all[0])?.openid ?? NOBODY_YET;
}

export function becomeLocally(openid: string): void {
  ofTab()?.setItem(KEY, openid);
  Taro.setStorageSync(KEY, openid);
}
