import { Text, View } from '@tarojs/components';
import type { Asked } from '../../app/memory/asked';
import { told } from '../../ui/a11y';
import { Icon, type IconName, type Ink } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { spanText } from '../../app/words';
import type { Outgoing } from './outbox';

interface Look {
  tone: 'soon' | 'quiet' | 'danger';
  icon: [IconName, Ink];
  text: string;
  again?: boolean;
}

export const unsentText = (count: number): string => `${count} 条点名没传上去，先存手机里，有网就自动补传。`;

/**
 * Says where the marks are. It is always there and keeps its size, so that nothing moves under a thumb when the
 * signal goes.
 */
export function Saved({
  box,
  asked,
  now,
  onRetry,
}: {
  box: Outgoing | undefined;
  asked: Asked<unknown>;
  now: number;
  onRetry: () => void;
}) {
  const { tone, icon, text, again } = lookOf(box, asked, now);
  return (
    <View className={`note note--${tone} saved`} data-testid="saved" {...told({ live: 'polite' })}>
      <Icon name={icon[0]} ink={icon[1]} className="note__icon" />
      <Text className="grow">{text}</Text>
      {again && (
        <Tap className="saved__again b" onTap={onRetry} testId="send-again">
          重试
        </Tap>
      )}
    </View>
  );
}

function lookOf(box: Outgoing | undefined, { failed, savedAt }: Asked<unknown>, now: number): Look {
  const count = box?.marks.length ?? 0;
  if (box && !box.kept)
    return {
      tone: 'danger',
      icon: ['warn', 'danger'],
      text: `手机存不下了，${count} 条点名还没传，传上去之前别关小程序。`,
      again: true,
    };
  if (count > 0 && box?.stuck)
    return { tone: 'soon', icon: ['upload', 'soon'], text: box.message ?? unsentText(count), again: true };
  if (count > 0) return { tone: 'quiet', icon: ['upload', 'ink-2'], text: `正在传 ${count} 条点名` };
  if (failed)
    return {
      tone: 'quiet',
      icon: ['info', 'ink-2'],
      text: `${failed.code === 'OFFLINE' ? '网断了' : '暂时没能更新'}，名单是 ${spanText(now - savedAt)}前的，照样可以点名。`,
    };
  return { tone: 'quiet', icon: ['check', 'open'], text: '都已存好，没有网也能点。' };
}
