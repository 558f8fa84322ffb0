/// <reference types="@tarojs/taro" />

declare module '*.scss';

declare namespace NodeJS {
  interface ProcessEnv {
    /** Set by the build of the app. */
    TARO_ENV?: 'weapp' | 'h5';
    /** '1' in a build that carries the local bar. */
    HG_LOCAL?: string;
    /** Address of a local emulator, for a weapp build in DevTools. */
    HG_GATEWAY?: string;
    /** CloudBase environment of a weapp build. */
    HG_ENV?: string;
    /** Public address of the environment's cloud storage. */
    HG_FILES?: string;
    /** A link that opens the check-in page of the mini-program and ends in `code=`. */
    HG_CHECKIN_LINK?: string;
  }
}
