import { createContext, useContext } from 'react';

/** Whether this lies in a sheet, which rises under the finger that called it. */
const InSheet = createContext(false);
export const SheetAround = InSheet.Provider;
export const useInSheet = (): boolean => useContext(InSheet);
