/**
 * A browser has no scanner of its own. Either the phone's camera opens the code's link, or the person types the four
 * digits.
 */
export const canScan = false;

export const scan = async (): Promise<string | undefined> => undefined;
