import type { Browser } from 'playwright-core';
import { PROFILES, type Profile } from './profiles';
import type { Screen } from './screens';
import { visit, type Visit } from './visit';

/** Opens a screen on the phone of somebody who has never been here, or only once. */
export async function openScreen(
  browser: Browser,
  url: string,
  openid: string,
  { path, again }: Screen,
  profile: Profile,
): Promise<Visit> {
  const phone = await browser.newContext({ viewport: { width: 375, height: 812 }, locale: 'zh-CN' });
  try {
    await phone.addInitScript(
      value => localStorage.setItem('hg.local.openid', JSON.stringify({ data: value })),
      openid,
    );
    const address = `${url}/#/${path}`;
    if (again) {
      const before = await phone.newPage();
      await visit(before, address, PROFILES[0]!);
      await before.close();
    }
    return await visit(await phone.newPage(), address, profile);
  } finally {
    await phone.close();
  }
}
