import { join } from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';

const root = join(__dirname, '..');

/** Taro does not transpile files outside of `src/` by itself. zustand, d3 and uqr ship syntax newer than old phones. */
const alsoTranspiled = [
  (file: string) => ['domain', 'charts', 'config'].some(room => file.startsWith(join(root, room))),
  (file: string) => /node_modules[\\/](zustand|d3-[a-z-]+|internmap|uqr)/.test(file),
];

/** Files that WeChat reads and Taro does not find: it takes the icons that theme.json names for variables. */
const alsoSent = ['sitemap.json', 'assets/'].map(name => ({ from: `src/${name}`, to: `dist/weapp/${name}` }));

/** Build flags; without them nothing local travels into a build. */
const flags = {
  /** '1': the slim bar that switches person and lets a crowd loose. H5 runs on one machine only, so it has it. */
  HG_LOCAL: process.env.HG_LOCAL ?? (process.env.TARO_ENV === 'h5' ? '1' : '0'),
  /** A weapp build for DevTools that calls the gateway of a local emulator instead of the cloud. */
  HG_GATEWAY: process.env.HG_GATEWAY ?? '',
  /** The CloudBase environment; empty = the one chosen in DevTools. */
  HG_ENV: process.env.HG_ENV ?? '',
  /** Public address of the environment's cloud storage, for the posted board; empty = seats are counted by functions. */
  HG_FILES: process.env.HG_FILES ?? '',
  /** What stands before a check-in code in WeChat: a link that opens the check-in page and ends in `code=`; empty = the bare code. */
  HG_CHECKIN_LINK: process.env.HG_CHECKIN_LINK ?? '',
  /** '1': a phone may send its position along at check-in. WeChat grants an account that interface on request only. */
  HG_PLACE: process.env.HG_PLACE ?? (process.env.TARO_ENV === 'h5' ? '1' : '0'),
};

/**
 * A pixel is a pixel on either build: letters do not shrink on a small phone, and a window on a desk shows more, not
 * larger. So of pxtransform only the conditions by platform in styles are used (`#ifdef`).
 */
const pxtransform = { enable: true, config: { methods: ['platform'] } };

/**
 * Taro's own setting copies everything into each page's file. Here a script stands in few files: what a third of the
 * pages need is one, and what fewer share is one if it is large. Sheets of styles are small and stay with their page.
 */
const sharedOnce = {
  chunks: 'all' as const,
  minSize: 0,
  cacheGroups: {
    default: false as const,
    defaultVendors: false as const,
    shared: { type: /^javascript/, name: 'shared', chunks: 'async' as const, minChunks: 12 },
    some: { type: /^javascript/, minChunks: 2, minSize: 60_000, priority: -1, reuseExistingChunk: true },
  },
};

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'huigong-ketang',
    date: '2026-01-01',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    plugins: [join(__dirname, 'mini-program/plugin.js')],
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Taro's pages come from the routes, and it does not notice by itself that a page was added.
    cache: { enable: true, buildDependencies: { config: [__filename, join(root, 'domain/link/routes.ts')] } },
    // A Chinese character has three bytes as it stands and six when it is escaped, as Taro would have it in WeChat.
    terser: { config: { output: { ascii_only: false } } },
    env: Object.fromEntries(Object.entries(flags).map(([name, value]) => [name, JSON.stringify(value)])),
    copy: { patterns: process.env.TARO_ENV === 'weapp' ? alsoSent : [], options: {} },
    mini: {
      optimizeMainPackage: { enable: true },
      webpackChain: chain => void chain.plugin('freshCopies').use(join(__dirname, 'mini-program/fresh-copies.js')),
      // Nothing here writes HTML, so Taro's parser for it stays out.
      runtime: { enableInnerHTML: false },
      compile: { include: alsoTranspiled },
      postcss: { pxtransform },
      // Styles are one small sheet a page over shared tokens: their order between pages does not matter.
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: alsoTranspiled },
      output: { clean: true, filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      webpackChain: chain => void chain.optimization.splitChunks(sharedOnce),
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { pxtransform, autoprefixer: { enable: true } },
    },
  };
  return config;
});
