import { View } from '@tarojs/components';
import { useEffect, type PropsWithChildren } from 'react';
import { told } from './a11y';

/** A sheet that rises from the bottom over the page. The dark around it, and Escape, close it. */
export function Sheet({ label, onClose, children }: PropsWithChildren<{ label: string; onClose: () => void }>) {
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onClose();
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <View className="sheet" {...told({ role: 'dialog', label })}>
      <View className="sheet__scrim" onClick={onClose} {...told({ hidden: true })} />
      <View className="sheet__paper">{children}</View>
    </View>
  );
}
