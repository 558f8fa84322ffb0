import { usePageNotFound } from '@tarojs/taro';
import { useEffect, type PropsWithChildren } from 'react';
import './app.scss';
import { Pages } from './app/page/this-page';
import { listenForPrivacy } from './app/privacy/platform';
import { go } from './app/way/go';
import { askPrivacy } from './app/privacy/questions';
import { watchHistory } from './app/way/history';

export default function App({ children }: PropsWithChildren) {
  usePageNotFound(go.home);
  useEffect(() => {
    listenForPrivacy(askPrivacy);
    watchHistory();
    // Both are build flags. A build for WeChat, or one without the flag, contains nothing of the bar.
    if (process.env.TARO_ENV === 'h5' && process.env.HG_LOCAL === '1')
      void import('./app/local/mount').then(({ mountLocalBar }) => mountLocalBar());
  }, []);
  return <Pages>{children}</Pages>;
}
