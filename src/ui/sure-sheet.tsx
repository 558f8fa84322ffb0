import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Sheet } from './sheet';
import { Submit, type Sending } from './submit';

interface SureProps {
  title: string;
  text?: string;
  state?: Sending;
  /** Names the act: 删除草稿, not 确定. */
  label: string;
  busyLabel?: string;
  insteadLabel: string;
  /** The act takes something away (`Submit`). */
  takes?: boolean;
  onSure: () => void;
  onClose: () => void;
  testId: string;
}

/** Asks once more before something that one tap cannot undo. */
export function SureSheet({
  title,
  text,
  state = { busy: false },
  label,
  busyLabel,
  insteadLabel,
  takes,
  onSure,
  onClose,
  testId,
  children,
}: PropsWithChildren<SureProps>) {
  return (
    <Sheet label={title} onClose={onClose}>
      <View className="h2">{title}</View>
      {text && <View className="t2 stack-2">{text}</View>}
      {children}
      <Submit
        state={state}
        label={label}
        {...(takes ? { takes } : {})}
        {...(busyLabel ? { busyLabel } : {})}
        onTap={onSure}
        testId={testId}
        instead={{ label: insteadLabel, onTap: onClose }}
      />
    </Sheet>
  );
}
