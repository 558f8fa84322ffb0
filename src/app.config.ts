import { MAIN, pagesUnder, pathOf } from '../domain/link/routes';

const h5 = process.env.TARO_ENV === 'h5';
/** Every part of the kit in every state. Only the app on one machine has it (HG_LOCAL in config/index.ts). */
const gallery = h5 && (process.env.HG_LOCAL ?? '1') === '1' ? [{ root: 'packages/gallery', pages: ['index'] }] : [];

/** A package of its own, called by the last word of its folder. */
const alone = (root: string) => ({ root, name: root.replace(/^.*\//, ''), pages: pagesUnder(root) });

export default defineAppConfig({
  pages: MAIN,
  subPackages: [
    // A package of its own, at the address that printed codes have, because nobody needs it before a lesson.
    alone('pages/checkin'),
    alone('packages/me'),
    alone('packages/instructor'),
    alone('packages/staff'),
    ...gallery,
  ],
  preloadRule: {
    [pathOf('me')]: { network: 'wifi', packages: ['instructor', 'staff'] },
    // Preloaded because the profile may be asked for here, close to the release.
    [pathOf('home')]: { network: 'all', packages: ['me'] },
    [pathOf('batch')]: { network: 'all', packages: ['me'] },
    [pathOf('section')]: { network: 'all', packages: ['me'] },
    [pathOf('mine')]: { network: 'all', packages: ['me', 'checkin'] },
  },
  window: {
    // In a browser the app draws its own bar (app/page/page.tsx). In WeChat the native bar follows theme.json.
    navigationStyle: h5 ? 'custom' : 'default',
    navigationBarTitleText: '惠工课堂',
    navigationBarBackgroundColor: h5 ? '#F7F2E9' : '@navBackground',
    navigationBarTextStyle: (h5 ? 'black' : '@navText') as 'black',
    backgroundColor: h5 ? '#F7F2E9' : '@background',
    backgroundTextStyle: (h5 ? 'dark' : '@backgroundText') as 'dark',
  },
  tabBar: {
    color: h5 ? '#73665B' : '@tabText',
    selectedColor: h5 ? '#A83325' : '@tabSelected',
    backgroundColor: h5 ? '#FFFDF9' : '@tabBackground',
    borderStyle: (h5 ? 'white' : '@tabBorder') as 'white',
    list: [
      {
        pagePath: pathOf('home'),
        text: '首页',
        iconPath: 'assets/tab-home.png',
        selectedIconPath: h5 ? 'assets/tab-home-on.png' : '@tabHomeIcon',
      },
      {
        pagePath: pathOf('mine'),
        text: '我的课',
        iconPath: 'assets/tab-mine.png',
        selectedIconPath: h5 ? 'assets/tab-mine-on.png' : '@tabMineIcon',
      },
      {
        pagePath: pathOf('me'),
        text: '我的',
        iconPath: 'assets/tab-me.png',
        selectedIconPath: h5 ? 'assets/tab-me-on.png' : '@tabMeIcon',
      },
    ],
  },
  ...(h5
    ? {}
    : {
        darkmode: true,
        themeLocation: 'theme.json',
        cloud: true,
        // WeChat asks us before it hands out anything about the person (src/app/privacy/platform.weapp.ts).
        __usePrivacyCheck__: true,
        // WeChat on a computer and on tablets may resize the window, which pages for staff use (`wide`).
        resizable: true,
        sitemapLocation: 'sitemap.json',
        // A hint at check-in, which is off until the person turns it on (pages/checkin/place-switch.tsx). WeChat refuses
        // to review an app that declares it before the account was granted it, so it is a build flag.
        ...(process.env.HG_PLACE === '1'
          ? {
              requiredPrivateInfos: ['getLocation'],
              permission: { 'scope.userLocation': { desc: '签到时给老师参考，不开也能签到' } },
            }
          : {}),
      }),
  lazyCodeLoading: 'requiredComponents',
  animation: false,
});
