import { useRouter } from '@tarojs/taro';
import type { ParameterOf, RouteName } from '../../../domain/link/routes';

/** The parameters by which this page was opened, as its route has them. @param _page the page that asks. */
export const useParameters = <Name extends RouteName>(_page: Name): Partial<Record<ParameterOf<Name>, string>> =>
  useRouter().params as Partial<Record<ParameterOf<Name>, string>>;
