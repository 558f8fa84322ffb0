/** A browser has no scanner of its own: the phone's camera opens the code's link, or the four digits are typed. */
export const canScan = false;

export const scan = async (): Promise<string | undefined> => undefined;
