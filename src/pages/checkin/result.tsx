import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Page } from '../../app/page/page';
import { told } from '../../ui/a11y';
import { Icon, type IconName, type Ink } from '../../ui/icon';
import { Heading } from '../../ui/heading';

const LOOKS = {
  good: ['check', 'open'],
  late: ['clock', 'soon'],
  not: ['info', 'ink-2'],
} as const satisfies Record<string, [IconName, Ink]>;

interface ResultProps {
  look: keyof typeof LOOKS;
  title: string;
  /** 19:26: the biggest thing on the screen. */
  time?: string | undefined;
  text: ReactNode;
  dock: ReactNode;
  testId: string;
}

/** What became of a check-in: one mark, one sentence, one next step. */
export function Result({ look, title, time, text, dock, testId, children }: PropsWithChildren<ResultProps>) {
  const [icon, ink] = LOOKS[look];
  return (
    <Page title="签到" testId={testId} dock={dock}>
      <View className="result" {...told({ live: 'assertive' })}>
        <View className={`result__mark result__mark--${look}`}>
          <Icon name={icon} ink={ink} size={38} />
        </View>
        <Heading level={1}>{title}</Heading>
        {time && <View className="result__time num">{time}</View>}
        <View className="t2 stack-2 num">{text}</View>
      </View>
      {children}
    </Page>
  );
}
