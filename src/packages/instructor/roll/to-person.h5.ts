/** Brings a person's line into the middle of the page, and moves the keyboard's focus there. */
export function toPerson(id: string): void {
  const line = document.getElementById(id);
  line?.scrollIntoView({ block: 'center' });
  line?.querySelector<HTMLElement>('[role=button][aria-pressed]')?.focus({ preventScroll: true });
}
