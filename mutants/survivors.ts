/**
 * The list of mutants that no test can notice. A reason stands at the beginning of a line.
 * Under it, indented, are the keys of the mutants for which it holds. Lines that begin with # are for readers.
 */
export function parseSurvivors(text: string): Map<string, string> {
  const reasons = new Map<string, string>();
  let reason = '';
  let lastWasKey = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    if (/^\s/.test(line)) {
      if (reason === '') throw new Error(`Without a reason: ${line.trim()}`);
      if (reasons.has(line.trim())) throw new Error(`Listed twice: ${line.trim()}`);
      reasons.set(line.trim(), reason);
      lastWasKey = true;
    } else {
      reason = lastWasKey || reason === '' ? line.trim() : `${reason} ${line.trim()}`;
      lastWasKey = false;
    }
  }
  return reasons;
}

/** The listed mutants that the code no longer has. */
export const goneFrom = (listed: ReadonlyMap<string, string>, there: ReadonlySet<string>): string[] =>
  [...listed.keys()].filter(key => !there.has(key));

/** Differences between the list and the results, in sentences. */
export function complaints(
  listed: ReadonlyMap<string, string>,
  happened: readonly { key: string; survived: boolean }[],
  isAbout: (key: string) => boolean,
): string[] {
  const survived = new Set(happened.filter(one => one.survived).map(one => one.key));
  const all = new Set(happened.map(one => one.key));
  return [
    ...[...survived].filter(key => !listed.has(key)).map(key => `survived and is not listed: ${key}`),
    ...[...listed.keys()]
      .filter(key => isAbout(key) && !survived.has(key))
      .map(key => (all.has(key) ? `listed, but a test notices it: ${key}` : `listed, but there is none such: ${key}`)),
  ];
}
