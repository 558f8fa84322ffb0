import postcss from 'postcss';
import { fileFrom } from '../logic/path';

export type Theme = 'light' | 'dark';

/** Reads a file of the package. */
export type Read = (path: string) => Promise<string>;

/**
 * The WXSS of a page as CSS: imports are put in place, tags get the names that the player gives them, `rpx` becomes a
 * share of the width, and safe areas and the theme are the phone's.
 */
export async function toCss(read: Read, path: string, theme: Theme, seen = new Set<string>()): Promise<string> {
  if (seen.has(path)) return '';
  seen.add(path);
  const sheet = postcss.parse(await read(path));
  const imported: string[] = [];
  const imports: Promise<string>[] = [];
  sheet.walkAtRules('import', rule => {
    const to = rule.params.replace(/^(url\()?['"]?|['"]?\)?$/g, '');
    imports.push(toCss(read, fileFrom(path, to), theme, seen));
    rule.remove();
  });
  imported.push(...(await Promise.all(imports)));
  sheet.walkAtRules('media', rule => void (rule.params = ofTheme(rule.params, theme)));
  sheet.walkRules(rule => {
    const within = rule.parent;
    if (within?.type === 'atrule' && /keyframes$/.test((within as postcss.AtRule).name)) return;
    rule.selector = ofPlayer(rule.selector);
  });
  sheet.walkDecls(declaration => void (declaration.value = toLength(declaration.value)));
  return [...imported, sheet.toString()].join('\n');
}

/** Lengths of a mini-program in a value of CSS, also in an element's own style. */
export const toLength = (value: string): string =>
  value
    .replace(/(-?[\d.]+)rpx\b/g, 'calc($1 * 100vw / 750)')
    .replace(/(?:env|constant)\(\s*safe-area-inset-(top|bottom|left|right)\s*(?:,[^)]*)?\)/g, 'var(--safe-$1, 0px)');

const ofTheme = (query: string, theme: Theme): string =>
  query.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/g, (_, wanted) =>
    wanted === theme ? '(min-width: 0)' : '(max-width: 0)',
  );

const TYPE = /(^|[\s>+~,]|:(?:not|is|where|has)\()([a-zA-Z][\w-]*)/g;

/** `page` is the body of a page; any other tag has a name of its own, so that no rule of the browser touches it. */
const ofPlayer = (selector: string): string =>
  selector.replace(TYPE, (_, before: string, name: string) => before + (name === 'page' ? 'body' : `wx-${name}`));
