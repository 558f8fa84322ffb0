import { createStore } from 'zustand/vanilla';

/** A sheet, or anything else that lies over a page and is closed by one Back. */
export interface OpenSheet {
  close: () => void;
}

/** The sheets of the visible page, from the lowest up. Back and Escape close the topmost one. */
export const openSheets = createStore<OpenSheet[]>(() => []);

export const isTopmost = (sheet: OpenSheet): boolean => {
  const all = openSheets.getState();
  return all[all.length - 1] === sheet;
};

export const putOpen = (sheet: OpenSheet): void => openSheets.setState([...openSheets.getState(), sheet], true);
export const takeAway = (sheet: OpenSheet): void =>
  openSheets.setState(
    openSheets.getState().filter(one => one !== sheet),
    true,
  );

/** Closes sheets from the top until only `left` of them are open. */
export function closeDownTo(left: number): void {
  const closed = openSheets.getState().slice(left).reverse();
  openSheets.setState(openSheets.getState().slice(0, left), true);
  closed.forEach(sheet => sheet.close());
}
