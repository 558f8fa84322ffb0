import { openSheets } from '../../ui/open-sheets';

/** WeChat's only history is its pages. Back closes a sheet through a container of the platform (app/page/back-catcher). */
const CONTAINER_GONE_MS = 50;

/**
 * WeChat also counts a `navigateBack` as a Back for the container, so the container is removed before the page is
 * left.
 */
export function leave(then: () => void, _steps?: { steps?: boolean }): void {
  if (openSheets.getState().length === 0) return then();
  openSheets.setState([], true);
  setTimeout(then, CONTAINER_GONE_MS);
}

export const watchHistory = (): void => undefined;
export const hasEarlier = (): boolean => false;
export const toEarlier = (): void => undefined;
export const pushStep = (_name: string, _value: string): void => undefined;
export const onStep = (_tell: (values: Record<string, string>) => void) => (): void => undefined;
