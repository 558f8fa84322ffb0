import { networkInterfaces } from 'node:os';

/** This machine's IPv4 address in its network. @throws Error in one sentence where it is in none. */
export function lanAddress(): string {
  const found = Object.values(networkInterfaces())
    .flatMap(all => all ?? [])
    .find(one => one.family === 'IPv4' && !one.internal);
  if (!found)
    throw Object.assign(new Error('这台电脑没有连上网络，手机打不开：先连上，或者去掉 --lan'), { forPerson: true });
  return found.address;
}
