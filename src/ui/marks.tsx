import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { told } from './a11y';
import { Icon, type IconName, type Ink } from './icon';

export type ChipKind = 'open' | 'few' | 'soon' | 'full' | 'waiting' | 'seated' | 'run';

/** A state in a word, with a mark whose shape differs too, because colour alone says nothing. */
export function Chip({ kind, children }: PropsWithChildren<{ kind: ChipKind }>) {
  return (
    <View className={`chip chip--${kind}`}>
      <View className="chip__mark" />
      <Text>{children}</Text>
    </View>
  );
}

/** 入座. Used only for a real seat. */
export function Seal({ solid }: { solid?: boolean }) {
  return (
    <View className={solid ? 'seal seal--solid' : 'seal'} {...told({ role: 'img', label: '已入座' })}>
      {solid && <View className="seal__rim" />}
      <View>
        <View>入</View>
        <View>座</View>
      </View>
    </View>
  );
}

/** The seats left, with a tick every tenth. At 20 % or less they are few. Not drawn when the class is full. */
export function Meter({ left, of }: { left: number; of: number }) {
  const share = of > 0 ? Math.min(1, left / of) : 0;
  return (
    <View className={isFew(left, of) ? 'meter meter--few' : 'meter'} {...told({ hidden: true })}>
      <View className="meter__left" style={{ transform: `scaleX(${share})` }} />
      <View className="meter__ticks" />
    </View>
  );
}

export const isFew = (left: number, of: number): boolean => left * 5 <= of;

const NOTE: Record<'wait' | 'soon' | 'quiet' | 'danger', [IconName, Ink]> = {
  wait: ['bell', 'waiting'],
  soon: ['warn', 'soon'],
  quiet: ['info', 'ink-2'],
  danger: ['warn', 'danger'],
};

export function Note({ kind, children, testId }: PropsWithChildren<{ kind: keyof typeof NOTE; testId?: string }>) {
  const [icon, ink] = NOTE[kind];
  return (
    <View className={`note note--${kind}`} {...(testId ? { 'data-testid': testId } : {})}>
      <Icon name={icon} ink={ink} className="note__icon" />
      <View className="grow">{children}</View>
    </View>
  );
}

/** The perforation of a ticket. */
export function Perforation() {
  return (
    <View className="perf" {...told({ hidden: true })}>
      <View className="perf__holes" />
      <View className="perf__notch perf__notch--left" />
      <View className="perf__notch perf__notch--right" />
    </View>
  );
}

/** 茶艺 一班: the course, and the qualifier in lighter type, which wraps as a whole. */
export function SectionName({ course, name, className = 'h3' }: { course: string; name: string; className?: string }) {
  return (
    <View className={className}>
      <Text>{course}</Text>
      {name && name !== course ? <Text className="q">{name}</Text> : null}
    </View>
  );
}

/** One fact: a name and a value. */
export function Fact({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <View className="fact">
      <Text className="fact__name">{name}</Text>
      <View className="grow">{children}</View>
    </View>
  );
}
