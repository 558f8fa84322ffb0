import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { Icon } from './icon';
import { Tap, type TapProps } from './tap';

interface RowProps extends Omit<TapProps, 'className' | 'children'> {
  /** Stands at the end: what can be done with it, or a word. A row that leads on has an arrow there. */
  end?: ReactNode;
  className?: string;
}

/** One line of a card. With `onTap` the whole row can be pressed. */
export function Row({ end, className = '', onTap, role, testId, children, ...rest }: PropsWithChildren<RowProps>) {
  const shown = `row door ${className}`.trim();
  const within = (
    <>
      <View className="grow">{children}</View>
      {end !== undefined ? end : onTap && <Icon name="next" ink="ink-3" size={18} />}
    </>
  );
  if (!onTap)
    return (
      <View className={shown} {...(testId ? { 'data-testid': testId } : {})}>
        {within}
      </View>
    );
  return (
    <Tap {...rest} className={shown} onTap={onTap} {...(role ? { role } : {})} {...(testId ? { testId } : {})}>
      {within}
    </Tap>
  );
}
