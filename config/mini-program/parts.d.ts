type Data = Record<string, unknown>;
export function partsOf(data: Data, most?: number): Data[];
interface Page {
  setData(data: Data, done?: () => void): void;
}
export function inParts(page: Page): Page;
