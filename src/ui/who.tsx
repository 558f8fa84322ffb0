import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './who.scss';

interface WhoProps {
  name: string;
  /** What tells them from another of that name: the number, the role, the class. */
  more: string;
  /** Smaller, where several stand below each other. */
  small?: boolean;
  className?: string;
}

/** Somebody in a list: the name, and in lighter type what tells them from another. */
export const Who = ({ name, more, small, className = '' }: WhoProps) => (
  <View className={className}>
    <Text className="b">{name}</Text>
    {more && <Text className={small ? 'sm t3 num' : 't2 num'}> {more}</Text>}
  </View>
);

/** The same with a word at the end of the line. */
export const WhoLine = ({ name, more, testId, children }: PropsWithChildren<WhoProps & { testId?: string }>) => (
  <View className="who" {...(testId ? { 'data-testid': testId } : {})}>
    <Who name={name} more={more} small className="grow" />
    <View className="sm t2">{children}</View>
  </View>
);
