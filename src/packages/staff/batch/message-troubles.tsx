import { View } from '@tarojs/components';
import type { MessageTrouble } from '../../../../domain/model';
import { troubleWords } from '../../../../domain/telling/push-trouble';
import { told } from '../../../ui/a11y';
import { Notice } from '../../../ui/notice';

/** Subscription messages that cannot be sent, and who has to do what about it. Draws nothing if all are sent. */
export function MessageTroubles({ troubles = [] }: { troubles: MessageTrouble[] | undefined }) {
  if (troubles.length === 0) return null;
  return (
    <View className="staff__card num" {...told({ live: 'polite' })}>
      {troubles.map((one, i) => (
        <Notice key={one._id} kind="soon" className={i > 0 ? 'stack-2' : ''} testId="message-trouble">
          {troubleWords(one)}
        </Notice>
      ))}
    </View>
  );
}
