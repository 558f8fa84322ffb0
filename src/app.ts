import { useEffect, type PropsWithChildren } from 'react';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    // Both are build flags: a build for WeChat, or without the flag, carries nothing of the bar.
    if (process.env.TARO_ENV === 'h5' && process.env.HG_LOCAL === '1')
      void import('./local/mount').then(({ mountLocalBar }) => mountLocalBar());
  }, []);
  return children;
}
