import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { told } from './a11y';

interface HeadingProps {
  /** 1: what the page is about, once. 2: a part of it, and a sheet. 3: a part of a card. */
  level: 1 | 2 | 3;
  className?: string;
  testId?: string;
}

/** A title. A screen reader goes from heading to heading. */
export function Heading({ level, className = '', children, testId }: PropsWithChildren<HeadingProps>) {
  return (
    <View
      className={`h${level} ${className}`}
      {...(testId ? { 'data-testid': testId } : {})}
      {...told({ role: 'heading', level })}
    >
      {children}
    </View>
  );
}

interface GroupHeadProps {
  /** Small words at the end of the line: how many there are. */
  aside?: ReactNode;
  /** What can be done with the whole group. */
  act?: ReactNode;
}

/** The title over a group of cards, with what stands at the end of its line. */
export function GroupHead({ aside, act, children }: PropsWithChildren<GroupHeadProps>) {
  return (
    <View className={act ? 'sec sec--act' : 'sec'}>
      <Heading level={2} className="num">
        {children}
      </Heading>
      {aside !== undefined && <View className="sm t3 num">{aside}</View>}
      {act}
    </View>
  );
}
