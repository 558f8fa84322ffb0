import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Heading } from './heading';
import { Sheet } from './sheet';
import { Submit, type Sending } from './submit';

export interface ActSheetProps {
  title: string;
  /** What will happen, in a sentence or two. */
  text?: ReactNode;
  /** What has become of the act: on its way, or returned with a sentence that says why. */
  state?: Sending;
  /** Names the act: 删除草稿, not 确定. */
  label: string;
  busyLabel?: string;
  /** Names the way out: 留着, not 取消. */
  insteadLabel: string;
  /** The act takes something away (`Submit`). */
  takes?: boolean;
  /** A long form: two columns on a desk, and its end stays visible. */
  wide?: boolean;
  onAct: () => void;
  onClose: () => void;
  /** The way out leads somewhere else than out of the sheet. */
  onInstead?: () => void;
  testId: string;
  insteadTestId?: string;
  /** Below the way out. */
  foot?: ReactNode;
}

/** A sheet for one act: what it is, the form if it needs one, the button that does it, and the way out. */
export function ActSheet({
  title,
  text,
  state = { busy: false },
  label,
  busyLabel,
  insteadLabel,
  takes,
  wide,
  onAct,
  onClose,
  onInstead = onClose,
  testId,
  insteadTestId,
  foot,
  children,
}: PropsWithChildren<ActSheetProps>) {
  return (
    <Sheet label={title} {...(wide ? { wide } : {})} onClose={onClose}>
      <Heading level={2}>{title}</Heading>
      {text && <View className="t2 num stack-2">{text}</View>}
      {children}
      <View className={wide ? 'sheet__foot' : ''}>
        <Submit
          state={state}
          label={label}
          {...(takes ? { takes } : {})}
          {...(busyLabel ? { busyLabel } : {})}
          onTap={onAct}
          testId={testId}
          instead={{ label: insteadLabel, onTap: onInstead, ...(insteadTestId ? { testId: insteadTestId } : {}) }}
        />
        {foot}
      </View>
    </Sheet>
  );
}
