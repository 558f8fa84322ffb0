import { readXml } from './xml';

/** How to read a cell's number; absent if it is just a number. */
export type DateKind = 'date' | 'time' | 'both';

/** Formats that every program knows by number, including the Chinese ones (27–36, 50–58). ECMA-376 part 1, 18.8.30. */
function builtIn(id: number): DateKind | undefined {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id >= 57)
    return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56)
    return 'time';
  return id === 22 ? 'both' : undefined;
}

/** The kind of a custom format: `yyyy"年"m"月"d"日"` is a date, `h:mm` a time, `0.00` neither. */
function kindOfFormat(code: string): DateKind | undefined {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
    .replace(/am\/pm|a\/p|上午\/下午/g, 'h')
    .split(';')[0];
  if (bare === undefined || /general/.test(bare)) return undefined;
  const time = /[hs]/.test(bare);
  // aaa and aaaa are weekdays, as ddd and dddd are.
  const date = /[yd]|a{3,4}/.test(bare) || (!time && /m/.test(bare));
  return date ? (time ? 'both' : 'date') : time ? 'time' : undefined;
}

/** The kinds of a workbook's cell styles, by a cell's `s`. */
export function dateKindsOf(styles: string | undefined): (DateKind | undefined)[] {
  const custom = new Map<number, string>();
  const kinds: (DateKind | undefined)[] = [];
  let inCells = false;
  if (styles === undefined) return kinds;
  readXml(styles, {
    open(tag, attributes) {
      if (tag === 'numFmt') custom.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag !== 'xf' || !inCells) return;
      const id = Number(attributes.numFmtId ?? 0);
      const code = custom.get(id);
      kinds.push(code === undefined ? (id < 164 ? builtIn(id) : undefined) : kindOfFormat(code));
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}
