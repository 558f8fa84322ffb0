/** A decoded parameter. A browser decodes by itself, WeChat does not. A lone % stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
