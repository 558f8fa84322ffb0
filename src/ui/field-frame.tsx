import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { told } from './a11y';

export interface FieldWords {
  name: string;
  /** What is wrong with it, in a sentence. */
  fault?: string | undefined;
  /** A word on its purpose, shown below while nothing is wrong. */
  hint?: string | undefined;
}

interface FrameProps extends FieldWords {
  /** Several things to press, which belong together. */
  group?: boolean;
  testId?: string;
}

/** What every line of a form has: its name above, and below it what is wrong, or its purpose. */
export function FieldFrame({ name, fault, hint, group, testId, children }: PropsWithChildren<FrameProps>) {
  return (
    <View
      className={fault ? 'field field--bad' : 'field'}
      {...(testId ? { 'data-testid': testId } : {})}
      {...told(group ? { role: 'group', label: name } : {})}
    >
      <View className="b">{name}</View>
      {children}
      {fault ? (
        <View className="field__fault sm" {...told({ live: 'assertive' })}>
          {fault}
        </View>
      ) : hint ? (
        <View className="sm t3 field__hint">{hint}</View>
      ) : null}
    </View>
  );
}
