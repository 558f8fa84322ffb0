import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, type PropsWithChildren, type ReactNode } from 'react';
import { go } from '../way/go';
import { addresses } from '../way/pages';
import { isTab, pageAbove, type Values } from '../../../domain/link/routes';
import { useAppearance } from '../../ui/appearance/appearance';
import { useShown } from './use-shown';
import { openSheets } from '../../ui/open-sheets';
import { BackCatcher } from './back-catcher';
import { enterPresses } from '../../ui/focus';
import { Icon } from '../../ui/icon';
import { useKnownOfPage } from './known-of-page';
import { SaidBar } from './said-bar';
import { PrivacySheet } from '../privacy/privacy-sheet';
import { SharedDrawings, useDrawings } from '../../ui/shared-drawings';
import { Tap } from '../../ui/tap';

const browser = process.env.TARO_ENV === 'h5';

interface PageProps {
  title: string;
  /** A page of the tab bar has no way back. */
  tab?: boolean;
  /** Stays at the bottom, under the thumb. */
  dock?: ReactNode;
  /** Lies over everything. */
  over?: ReactNode;
  /** Laid out for a desk: uses the whole window of a browser. */
  wide?: boolean;
  /** Lies on the wall of the night school instead of paper. */
  wall?: boolean;
  /** What the page knows about itself beyond its address. The way back follows from it. */
  known?: Values;
  testId?: string;
}

/** The frame of every page: theme, letter size, the browser's bar, the dock. */
export function Page({
  title,
  tab,
  dock,
  over,
  wide = false,
  wall = false,
  known,
  testId,
  children,
}: PropsWithChildren<PageProps>) {
  const { dark, large } = useAppearance();
  const shown = useShown();
  useEffect(() => {
    if (!shown) return;
    if (browser) {
      document.title = title === '惠工课堂' ? title : `${title} · 惠工课堂`;
      document.documentElement.classList.toggle('hg-wide', wide);
    } else void Taro.setNavigationBarTitle({ title });
  }, [title, shown, wide]);

  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!browser || !shown) return undefined;
    // An open sheet handles its own Escape.
    const onKey = (event: KeyboardEvent) => {
      if (openSheets.getState().length === 0) enterPresses(event, frame.current);
    };
    // Listens while the event goes down, because Taro's inputs let no key event come up again.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [shown]);

  const { style, share } = useDrawings();
  return (
    <SharedDrawings value={share}>
      <View
        ref={frame}
        style={style}
        className={`hg ${dark ? 'hg-dark' : ''} ${large ? 'hg-large' : ''} ${tab ? 'hg--tab' : ''} ${wide ? 'hg--wide' : ''} ${wall ? 'hg--wall' : ''}`}
        {...(testId ? { 'data-testid': testId } : {})}
      >
        {browser && <Bar title={title} tab={tab} wall={wall} known={known} />}
        <View className={dock ? 'page__body page__body--docked' : 'page__body'}>{children}</View>
        {dock ? <View className="dock">{dock}</View> : null}
        {over}
        {shown && <SaidBar docked={Boolean(dock)} />}
        {shown && <PrivacySheet />}
        <BackCatcher shown={shown} />
      </View>
    </SharedDrawings>
  );
}

interface BarProps {
  title: string;
  tab?: boolean | undefined;
  wall: boolean;
  known: Values | undefined;
}

function Bar({ title, tab, wall, known }: BarProps) {
  const learnt = { ...useKnownOfPage(), ...known };
  const pages = addresses();
  const home = pages.length < 2 && isTab(pageAbove(pages[0] ?? '', learnt));
  return (
    <View className="bar">
      {!tab && (
        <Tap className="bar__back" label="返回" onTap={() => go.back(learnt)}>
          <Icon name={home ? 'home' : 'back'} ink={wall ? 'on-wall' : 'ink'} size={24} />
        </Tap>
      )}
      <View className="bar__title">{title}</View>
    </View>
  );
}
