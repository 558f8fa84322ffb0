import { createStore } from 'zustand/vanilla';

/** A sheet, or whatever else lies over a page and is closed by one Back. */
export interface OpenSheet {
  close: () => void;
}

/** The sheets of the page that is seen, the lowest first. Back and Escape close the topmost one. */
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

/** Closes from the top until so many are left. */
export function closeDownTo(left: number): void {
  const closed = openSheets.getState().slice(left).reverse();
  openSheets.setState(openSheets.getState().slice(0, left), true);
  closed.forEach(sheet => sheet.close());
}
