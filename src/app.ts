import Taro, { usePageNotFound } from '@tarojs/taro';
import { useEffect, type PropsWithChildren } from 'react';
import './app.scss';
import { listenForPrivacy } from './api/privacy';
import { movedTo } from './moved';
import { askPrivacy } from './state/privacy';

export default function App({ children }: PropsWithChildren) {
  usePageNotFound(({ path, query }) => {
    const url = movedTo(path, query);
    // Home is a page of the tab bar, which nothing can be redirected to.
    void (url.startsWith('/packages/') ? Taro.redirectTo({ url }) : Taro.switchTab({ url }));
  });
  useEffect(() => {
    listenForPrivacy(askPrivacy);
    // Both are build flags: a build for WeChat, or without the flag, carries nothing of the bar.
    if (process.env.TARO_ENV === 'h5' && process.env.HG_LOCAL === '1')
      void import('./local/mount').then(({ mountLocalBar }) => mountLocalBar());
  }, []);
  return children;
}
