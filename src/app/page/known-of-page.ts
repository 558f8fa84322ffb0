import { createContext, useContext } from 'react';
import type { Values } from '../../../domain/link/routes';

/**
 * What a page has learnt about itself beyond its address. For example, a code leads to a class, and the class has a
 * batch.
 */
const Known = createContext<Values>({});
export const KnownOfPage = Known.Provider;
export const useKnownOfPage = (): Values => useContext(Known);
