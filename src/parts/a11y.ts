/** What a screen reader is told. HTML reads `role`, WeChat reads `aria-role` (see config/aria). */
export interface Told {
  role?: string;
  label?: string;
  hidden?: boolean;
  live?: 'polite' | 'assertive';
  disabled?: boolean;
  checked?: boolean;
  selected?: boolean;
  /** A button that stays down; WeChat knows no such thing and hears `selected`. */
  pressed?: boolean;
}

const weapp = process.env.TARO_ENV === 'weapp';

/** Attributes for a Taro component; none that was not asked for. */
export function told({
  role,
  label,
  hidden,
  live,
  disabled,
  checked,
  selected,
  pressed,
}: Told): Record<string, string> {
  const attributes: Record<string, string | boolean | undefined> = {
    [weapp ? 'aria-role' : 'role']: role,
    'aria-label': label,
    'aria-hidden': hidden,
    'aria-live': live,
    'aria-disabled': disabled,
    'aria-checked': checked,
    'aria-selected': weapp ? (selected ?? pressed) : selected,
    'aria-pressed': weapp ? undefined : pressed,
  };
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}
