import type { Opening } from '../protocol';
import { Player, type Options } from './player';

/**
 * Starts what the address asks for: `?app=/app/&path=pages/home/index&query=a%3D1&scene=1001&cloud=http://…/call&openid=o…`.
 * A test may leave more under `playerOptions` before this script runs.
 */
const asked = new URLSearchParams(location.search);
const search = new URLSearchParams(asked.get('query') ?? '');
const open: Opening = {
  path: asked.get('path') ?? '',
  query: Object.fromEntries(search),
  scene: Number(asked.get('scene') ?? 1001),
};
const openid = asked.get('openid');
const options: Options = {
  app: new URL(asked.get('app') ?? 'app/', location.href).href,
  open,
  cloud: { url: asked.get('cloud') ?? '', headers: openid ? { 'x-wx-openid': openid } : {} },
  ...(window as unknown as { playerOptions?: Partial<Options> }).playerOptions,
};

const player = new Player(options);
Object.assign(window, { player });
player.start();
