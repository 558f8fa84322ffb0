import Taro from '@tarojs/taro';

/** A person of the sample data whom the local bar can be. */
export interface LocalPerson {
  openid: string;
  name: string;
  role: 'worker' | 'instructor' | 'staff';
}

const KEY = 'hg.local.openid';
const GATEWAY = process.env.HG_GATEWAY ?? '';

/** Where nobody answers (a bare emulator), somebody must still be asking. */
const NOBODY_YET = 'oLocalWorker-0000000000000001';

let people: Promise<LocalPerson[]> | undefined;

/** The people of the sample data; empty where the emulator runs without it. */
export function localPeople(): Promise<LocalPerson[]> {
  people ??= Taro.request<unknown>({ url: `${GATEWAY}/local/people`, method: 'GET', timeout: 5_000 }).then(
    ({ statusCode, data }) => (statusCode === 200 && Array.isArray(data) ? (data as LocalPerson[]) : []),
    () => [],
  );
  return people;
}

/** A tab is a person of its own; WeChat has no tabs, and a storage there has one person. */
const ofTab = (): Storage | undefined =>
  process.env.TARO_ENV === 'weapp' || typeof sessionStorage === 'undefined' ? undefined : sessionStorage;

/**
 * Who was chosen in this tab; in a new tab the last who was chosen in any, from then on for good. Empty where nobody was,
 * and always so in WeChat.
 */
export function chosenOpenid(): string {
  const here = ofTab()?.getItem(KEY);
  if (here) return here;
  const chosen: unknown = Taro.getStorageSync(KEY);
  if (typeof chosen !== 'string' || chosen === '') return '';
  ofTab()?.setItem(KEY, chosen);
  return chosen;
}

/** Who the local build acts as. */
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
