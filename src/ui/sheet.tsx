import { View } from '@tarojs/components';
import { useRef, useState, type PropsWithChildren } from 'react';
import { told } from './a11y';
import { SheetAround } from './in-sheet';
import { useSheet } from './use-sheet';

interface SheetProps {
  label: string;
  /** On a desk: as wide as two columns of a form. */
  wide?: boolean;
  onClose: () => void;
}

const DOUBLE_TAP_MS = 400;

/** A sheet that rises from the bottom over the page. A tap on the dark around it, Back and Escape close it. */
export function Sheet({ label, wide, onClose, children }: PropsWithChildren<SheetProps>) {
  const paper = useRef<HTMLElement>(null);
  const [openedAt] = useState(Date.now);
  useSheet(paper, onClose);
  // The second half of a double tap falls on the dark that the first half opened, so it must not close the sheet.
  const tapDark = () => {
    if (Date.now() - openedAt > DOUBLE_TAP_MS) onClose();
  };
  return (
    <View className={wide ? 'sheet sheet--wide' : 'sheet'} {...told({ role: 'dialog', label, modal: true })}>
      <View className="sheet__scrim" onClick={tapDark} {...told({ hidden: true })} />
      <View className="sheet__paper" ref={paper} {...FOCUSABLE}>
        <SheetAround value={true}>{children}</SheetAround>
      </View>
    </View>
  );
}

/** The app moves the focus here; Tab does not. */
const FOCUSABLE = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: -1 };
