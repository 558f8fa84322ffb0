/**
 * Moves the focus to a field, found by its test id, once it is drawn, so that the person can correct it. WeChat has
 * no way to do it.
 */
export function focusField(testId: string): void {
  if (process.env.TARO_ENV === 'weapp') return;
  setTimeout(() => {
    const all = [...document.querySelectorAll<HTMLElement>(`[data-testid="${testId}"]`)];
    const seen = all.find(one => one.getClientRects().length > 0);
    const field = seen?.matches('input, textarea') ? seen : seen?.querySelector<HTMLElement>('input, textarea');
    (field ?? seen)?.focus();
  }, 50);
}

const STOPS = 'input, textarea, select, button, a[href], [tabindex="0"]';

const stopsIn = (within: HTMLElement): HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(STOPS)].filter(
    one => !(one as HTMLInputElement).disabled && one.getClientRects().length > 0,
  );

/** The one button of a form. */
const MAIN = '[data-main="yes"]:not([aria-disabled="true"])';

/**
 * Enter in a line of a form presses its one button. But Enter also ends a word that is being typed in Chinese; that
 * one must not count.
 */
export function enterPresses(event: KeyboardEvent, form: HTMLElement | null): void {
  if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
  if (!(event.target instanceof HTMLInputElement) || !form?.contains(event.target)) return;
  const mains = form.querySelectorAll<HTMLElement>(MAIN);
  const main = mains[mains.length - 1];
  if (!main) return;
  event.preventDefault();
  main.click();
}

/**
 * Keeps the keyboard within a sheet: Tab stays in it, Escape closes it, and Enter does the main thing. When the
 * sheet closes, the focus returns to where it was.
 */
export function keepFocusWithin(
  paper: () => HTMLElement | null,
  topmost: () => boolean,
  close: () => void,
): () => void {
  const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const enter = () => {
    const sheet = paper();
    if (sheet && topmost() && !sheet.contains(document.activeElement)) sheet.focus();
  };
  // Taro's elements move their children once they are drawn, and an element that is moved loses the focus.
  const again = [50, 200].map(after => setTimeout(enter, after));
  const onKey = (event: KeyboardEvent) => {
    const sheet = paper();
    if (!sheet || !topmost()) return;
    if (event.key === 'Escape') {
      event.stopImmediatePropagation();
      return close();
    }
    if (event.key === 'Enter') return enterPresses(event, sheet);
    if (event.key !== 'Tab') return;
    const stops = stopsIn(sheet);
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const last = stops.length - 1;
    const next = event.shiftKey ? (at <= 0 ? last : at - 1) : at === last ? 0 : at + 1;
    event.preventDefault();
    (stops[next] ?? sheet).focus();
  };
  // Listens while the event goes down, because Taro's inputs let no key event come up again.
  document.addEventListener('keydown', onKey, true);
  enter();
  return () => {
    document.removeEventListener('keydown', onKey, true);
    again.forEach(clearTimeout);
    if (before?.isConnected && before !== document.body) before.focus();
  };
}
