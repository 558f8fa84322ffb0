import { networkInterfaces } from 'node:os';
import { forPerson } from './told';

/** This machine's IPv4 address in its network. @throws Error in one sentence if it is in none. */
export function lanAddress(): string {
  const found = Object.values(networkInterfaces())
    .flatMap(all => all ?? [])
    .find(one => one.family === 'IPv4' && !one.internal);
  if (!found)
    throw forPerson(
      '这台电脑没有连上网络，手机打不开：先连上，或者去掉 --lan\nThis computer is in no network: connect it, or leave out --lan',
    );
  return found.address;
}
