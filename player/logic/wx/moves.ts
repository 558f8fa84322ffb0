import { Refused, type Stack } from '../stack';
import { asynchronous, Fail, type Bag } from './call';

/** From page to page. */
export function moves(stack: Stack): Bag {
  const move = (name: string, run: (url: string) => void) =>
    asynchronous(name, ({ url }) => {
      try {
        run(String(url));
      } catch (error) {
        throw error instanceof Refused ? new Fail(error.message) : error;
      }
    });
  return {
    navigateTo: move('navigateTo', url => stack.navigateTo(url)),
    redirectTo: move('redirectTo', url => stack.redirectTo(url)),
    switchTab: move('switchTab', url => stack.switchTab(url)),
    reLaunch: move('reLaunch', url => stack.reLaunch(url)),
    navigateBack: asynchronous('navigateBack', ({ delta = 1 }) => {
      if (!stack.back(Number(delta))) throw new Fail('cannot navigate back at first page.');
    }),
  };
}
