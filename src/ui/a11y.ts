/** What a screen reader is told. HTML reads `role`, WeChat reads `aria-role` (see config/aria). */
export interface Told {
  role?: string;
  label?: string;
  hidden?: boolean;
  live?: 'polite' | 'assertive';
  disabled?: boolean;
  checked?: boolean;
  /**
   * The state of a tab. HTML says `pressed` for a button that stays down, and `current` for a link to the page that
   * is open. WeChat knows only this word.
   */
  selected?: boolean;
  pressed?: boolean;
  /** For a box that scrolls by itself and contains nothing to press: the keyboard must reach it (WCAG 2.1.1). */
  scrolls?: boolean;
  /** For a dialog: nothing below it can be reached while it is open. */
  modal?: boolean;
  /** For a heading. */
  level?: number;
}

const weapp = process.env.TARO_ENV === 'weapp';

/** The attributes for a Taro component. Attributes that were not asked for are left out. */
export function told({
  role,
  label,
  hidden,
  live,
  disabled,
  checked,
  selected,
  pressed,
  scrolls,
  modal,
  level,
}: Told): Record<string, string> {
  const down = pressed ?? selected;
  const attributes: Record<string, string | boolean | number | undefined> = {
    [weapp ? 'aria-role' : 'role']: role,
    'aria-label': label,
    'aria-hidden': hidden,
    'aria-live': live,
    'aria-disabled': disabled,
    'aria-checked': checked,
    'aria-selected': weapp ? down : role === 'tab' ? selected : undefined,
    tabIndex: scrolls && !weapp ? 0 : undefined,
    'aria-modal': modal,
    'aria-level': weapp ? undefined : level,
    'aria-pressed': weapp || role === 'tab' || role === 'link' ? undefined : down,
    'aria-current': !weapp && role === 'link' && down ? 'page' : undefined,
  };
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}
