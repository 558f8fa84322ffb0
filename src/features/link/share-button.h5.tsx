import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { isSinglePage } from '../../app/single-page/single-page';
import { told } from '../../ui/a11y';
import { Button } from '../../ui/button';
import type { ShareCard } from './cards';

/** The address, in this browser's app, of the page that a card opens. */
export const addressOf = ({ page, query }: ShareCard): string =>
  `${window.location.origin}${window.location.pathname}#/${page}${query && `?${query}`}`;

/**
 * Passes the page on. It uses the browser's own dialogue if there is one; otherwise it copies the sentence and the
 * link.
 */
export function ShareButton({ card }: { card: ShareCard }) {
  const [said, say] = useState('');
  if (isSinglePage()) return null;
  const share = async () => {
    const url = addressOf(card);
    if (navigator.share) {
      // Somebody who closes the browser's dialogue knows that nothing was passed on.
      await navigator.share({ title: '惠工课堂', text: card.title, url }).catch(() => undefined);
      return;
    }
    try {
      await Taro.setClipboardData({ data: `${card.title} ${url}` });
      say('已经复制，粘贴到聊天里就能发给工友');
    } catch {
      say(`没能复制，请把这个链接发给工友：${url}`);
    }
  };
  return (
    <View>
      <Button kind="plain" onTap={() => void share()} testId="share">
        发给工友
      </Button>
      <View className="sm t3 center" {...told({ live: 'polite' })} data-testid="share-said">
        {said}
      </View>
    </View>
  );
}
