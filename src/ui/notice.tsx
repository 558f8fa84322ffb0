import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { told, type Told } from './a11y';
import { Icon, type IconName, type Ink } from './icon';

const NOTICE: Record<'wait' | 'soon' | 'quiet' | 'danger', [IconName, Ink]> = {
  wait: ['bell', 'waiting'],
  soon: ['warn', 'soon'],
  quiet: ['info', 'ink-2'],
  danger: ['warn', 'danger'],
};

interface NoticeProps extends Pick<Told, 'live'> {
  kind: keyof typeof NOTICE;
  /** Its place in the page. */
  className?: string;
  testId?: string;
}

/** A few words in a tinted box: `wait` concerns the person, `soon` warns, `quiet` informs, `danger` is a fault. */
export function Notice({ kind, className = '', live, children, testId }: PropsWithChildren<NoticeProps>) {
  const [icon, ink] = NOTICE[kind];
  return (
    <View
      className={`note note--${kind} ${className}`}
      {...(testId ? { 'data-testid': testId } : {})}
      {...told(live ? { live } : {})}
    >
      <Icon name={icon} ink={ink} className="note__icon" />
      <View className="grow">{children}</View>
    </View>
  );
}

interface FaultProps {
  /** Why it was not done, in a sentence; nothing is drawn without it. */
  says: string | undefined;
  className?: string;
  testId?: string;
}

/** Says why something was not done. A screen reader reads it out at once. */
export function Fault({ says, className = 'stack-3', testId }: FaultProps) {
  if (!says) return null;
  return (
    <View className={className} {...told({ live: 'assertive' })}>
      <Notice kind="danger" {...(testId ? { testId } : {})}>
        {says}
      </Notice>
    </View>
  );
}
