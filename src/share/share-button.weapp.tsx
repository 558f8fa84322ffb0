import { Button } from '@tarojs/components';
import { isSinglePage } from '../opened/single-page';
import type { ShareCard } from './cards';
import './share-button.scss';

/** WeChat's own way of passing a page on; what is passed on the page says (`use-share.weapp.ts`). */
export function ShareButton(_: { card: ShareCard }) {
  if (isSinglePage()) return null;
  return (
    <Button className="btn btn--plain share-button" openType="share" hoverClass="pressed" data-testid="share">
      发给工友
    </Button>
  );
}
