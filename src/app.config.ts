const h5 = process.env.TARO_ENV === 'h5';

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/mine/index',
    'pages/me/index',
    'pages/batch/index',
    'pages/section/index',
    'pages/answer/index',
  ],
  subPackages: [
    // A package of its own, at the address that printed codes have, because nobody needs it before a lesson.
    { root: 'pages/checkin', name: 'checkin', pages: ['index'] },
    {
      root: 'packages/me',
      name: 'me',
      pages: [
        'class/index',
        'absences/index',
        'notices/index',
        'profile/index',
        'help/index',
        'invite/index',
        'privacy/index',
        'data/index',
        'erase/index',
      ],
    },
    {
      root: 'packages/instructor',
      name: 'instructor',
      pages: ['sections/index', 'roster/index', 'roll/index', 'code/index'],
    },
    {
      root: 'packages/staff',
      name: 'staff',
      pages: [
        'batches/index',
        'draft/index',
        'batch/index',
        'section/index',
        'codes/index',
        'poster/index',
        'attendance/index',
        'lesson/index',
        'no-shows/index',
        'rehearsal/index',
        'people/index',
        'record/index',
      ],
    },
  ],
  preloadRule: {
    'pages/me/index': { network: 'wifi', packages: ['instructor', 'staff'] },
    // Preloaded because the profile may be asked for here, close to the release.
    'pages/home/index': { network: 'all', packages: ['me'] },
    'pages/batch/index': { network: 'all', packages: ['me'] },
    'pages/section/index': { network: 'all', packages: ['me'] },
    'pages/mine/index': { network: 'all', packages: ['me', 'checkin'] },
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
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab-home.png',
        selectedIconPath: 'assets/tab-home-on.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: '我的课',
        iconPath: 'assets/tab-mine.png',
        selectedIconPath: 'assets/tab-mine-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tab-me.png',
        selectedIconPath: 'assets/tab-me-on.png',
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
        // Needed for a hint at check-in, which is off until the person turns it on (pages/checkin/place-switch.tsx).
        requiredPrivateInfos: ['getLocation'],
        permission: { 'scope.userLocation': { desc: '签到时给老师参考，不开也能签到' } },
      }),
  lazyCodeLoading: 'requiredComponents',
  animation: false,
});
