import { createRoot } from 'react-dom/client';
import { LocalBar } from './bar';

/** Puts the local bar beside the app, outside of its pages. */
export function mountLocalBar(): void {
  const host = document.createElement('div');
  document.body.append(host);
  document.documentElement.classList.add('hg-local');
  createRoot(host).render(<LocalBar />);
}
