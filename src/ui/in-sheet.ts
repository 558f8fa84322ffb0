import { createContext, useContext } from 'react';

/** Whether this is inside a sheet, which rises under the finger that opened it. */
const InSheet = createContext(false);
export const SheetAround = InSheet.Provider;
export const useInSheet = (): boolean => useContext(InSheet);
