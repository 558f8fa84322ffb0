import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { told } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';

interface BellCardProps {
  title: string;
  text: ReactNode;
  /** The words on the button, and what a screen reader says of it. */
  button: string;
  label: string;
  busy?: boolean;
  onTap: () => void;
  testId: string;
}

/** A card that offers to tell something, with one button. */
export const BellCard = ({ title, text, button, label, busy = false, onTap, testId }: BellCardProps) => (
  <View className="card pad tell-me stack-3" data-testid={testId}>
    <View className="split">
      <Icon name="bell" ink="waiting" className="note__icon" />
      <View className="grow" {...told({ live: 'polite' })}>
        <View className="b">{title}</View>
        <View className="sm t3 num">{text}</View>
      </View>
      <Button kind="ink" size="small" label={label} disabled={busy} onTap={onTap} testId={`${testId}-turn`}>
        <Text>{button}</Text>
      </Button>
    </View>
  </View>
);
