import { Button } from '@tarojs/components';
import { isSinglePage } from '../../app/single-page/single-page';
import { buttonClass } from '../../ui/button';
import type { ShareCard } from './cards';
import './share-button.scss';

/** WeChat's own button for passing a page on. The page says what is passed on (`use-share.weapp.ts`). */
export function ShareButton(_: { card: ShareCard }) {
  if (isSinglePage()) return null;
  return (
    <Button
      className={buttonClass({ kind: 'plain', className: 'share-button' })}
      openType="share"
      hoverClass="pressed"
      data-testid="share"
    >
      发给工友
    </Button>
  );
}
