import type { Device, Opening } from '../../protocol';
import { asynchronous, News, type Bag } from './call';

const BAR = 44;
const TABS = 50;

export interface SystemParts {
  device(): Device;
  baseLibrary: string;
  /** The theme that the app sees. */
  theme(): 'light' | 'dark';
  top(): { isTab: boolean; isCustom: boolean };
  opened(): Opening;
  entered(): Opening;
}

/** What the app may ask about the phone, WeChat and how it was opened. */
export function system({
  device,
  baseLibrary,
  theme,
  top,
  opened,
  entered,
}: SystemParts): Bag & { news: Record<string, News> } {
  const news = { theme: new News(), network: new News(), resize: new News() };
  const safeArea = () => {
    const { width, height, statusBarHeight, safeBottom } = device();
    const bottom = height - safeBottom;
    return { left: 0, right: width, top: statusBarHeight, bottom, width, height: bottom - statusBarHeight };
  };
  const windowInfo = () => {
    const { width, height, pixelRatio, statusBarHeight, safeBottom } = device();
    const { isTab, isCustom } = top();
    const above = isCustom ? 0 : statusBarHeight + BAR;
    const windowHeight = height - above - (isTab ? TABS + safeBottom : 0);
    return {
      pixelRatio,
      screenWidth: width,
      screenHeight: height,
      windowWidth: width,
      windowHeight,
      statusBarHeight,
      safeArea: safeArea(),
      screenTop: above,
    };
  };
  const appBaseInfo = () => ({
    SDKVersion: baseLibrary,
    enableDebug: false,
    host: { appId: '' },
    language: 'zh_CN',
    version: '8.0.50',
    theme: theme(),
    fontSizeScaleFactor: device().fontScale,
    fontSizeSetting: Math.round(16 * device().fontScale),
  });
  const deviceInfo = () => ({
    abi: 'arm64',
    benchmarkLevel: 30,
    brand: 'player',
    model: 'player',
    system: device().platform === 'ios' ? 'iOS 17.0' : 'Android 14',
    platform: device().platform,
    memorySize: 4096,
  });
  const systemInfo = () => ({
    ...deviceInfo(),
    ...appBaseInfo(),
    ...windowInfo(),
    deviceOrientation: device().width > device().height ? 'landscape' : 'portrait',
  });
  const network = () => ({ networkType: device().network, isConnected: device().network !== 'none' });
  return {
    news,
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: deviceInfo,
    getSystemSetting: () => ({
      bluetoothEnabled: false,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    }),
    getAppAuthorizeSetting: () => ({
      cameraAuthorized: 'authorized',
      albumAuthorized: 'authorized',
      locationAuthorized: 'authorized',
    }),
    getSystemInfoSync: systemInfo,
    getSystemInfo: asynchronous('getSystemInfo', systemInfo),
    getSystemInfoAsync: asynchronous('getSystemInfoAsync', systemInfo),
    getNetworkType: asynchronous('getNetworkType', network),
    getLaunchOptionsSync: () => ({ ...opened() }),
    getEnterOptionsSync: () => ({ ...entered() }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => {
      const { width, statusBarHeight } = device();
      const [right, topEdge] = [width - 7, statusBarHeight + 6];
      return { width: 87, height: 32, top: topEdge, bottom: topEdge + 32, left: right - 87, right };
    },
    onThemeChange: news.theme.on,
    offThemeChange: news.theme.off,
    onNetworkStatusChange: news.network.on,
    offNetworkStatusChange: news.network.off,
    onWindowResize: news.resize.on,
    offWindowResize: news.resize.off,
  };
}
