/** A parameter as it was meant: a browser decodes by itself, WeChat does not; a lone % stays what it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
