/** Excel writes what XML cannot hold as `_x000D_`. */
export const unescape = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
