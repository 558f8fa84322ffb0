export type Scope = Record<string, unknown>;
export type Value = (scope: Scope) => unknown;

export interface Tag {
  name: string;
  attributes: Map<string, Value>;
  /** The text of the attributes, for those that are names and no values. */
  raw: Map<string, string>;
  children: (Tag | Value)[];
}

/** A WXML file: its templates by name, what stands outside of them, and what it takes from other files. */
export interface Wxml {
  templates: Map<string, Tag>;
  root: Tag;
  imports: string[];
  scripts: { module: string; src: string }[];
}

const TAG = /<(\/?)([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;

/**
 * Reads WXML as Taro writes it: templates, `wx:for`, `wx:if` and `wx:else`, and expressions in double braces. Slots and
 * other things that Taro's templates do not use are not read.
 */
export function parseWxml(text: string): Wxml {
  const root = tag('', '');
  const file: Wxml = { templates: new Map(), root, imports: [], scripts: [] };
  const open = [root];
  let from = 0;
  for (const found of text.matchAll(TAG)) {
    const [whole, closing, name = '', attributes = '', isEmpty] = found;
    addText(open[open.length - 1]!, text.slice(from, found.index));
    from = found.index + whole.length;
    if (closing) {
      open.pop();
      continue;
    }
    const made = tag(name, attributes);
    const parent = open[open.length - 1]!;
    const isDeclared = name === 'template' && made.raw.has('name');
    if (name === 'import') file.imports.push(made.raw.get('src')!);
    else if (name === 'wxs') file.scripts.push({ module: made.raw.get('module')!, src: made.raw.get('src')! });
    else if (isDeclared) file.templates.set(made.raw.get('name')!, made);
    else parent.children.push(made);
    if (!isEmpty) open.push(made);
  }
  return file;
}

function tag(name: string, attributes: string): Tag {
  const made: Tag = { name, attributes: new Map(), raw: new Map(), children: [] };
  for (const [, key = '', text = ''] of attributes.matchAll(ATTRIBUTE)) {
    made.raw.set(key, text);
    made.attributes.set(key, key === 'data' && name === 'template' ? compileData(text) : compile(text));
  }
  return made;
}

function addText(parent: Tag, text: string): void {
  if (text.trim() !== '') parent.children.push(compile(text.trim()));
}

/** `{{a}}` is the value of `a`; text around braces makes a text of the whole. */
function compile(text: string): Value {
  const parts = text.split(/\{\{(.*?)\}\}/s);
  if (parts.length === 1) return () => text;
  if (parts.length === 3 && parts[0] === '' && parts[2] === '') return expression(parts[1]!);
  const values = parts.map((part, i) => (i % 2 ? expression(part) : () => part));
  return scope => values.map(value => String(value(scope) ?? '')).join('');
}

const compileData = (text: string): Value => expression(`{${text.replace(/^\{\{|\}\}$/g, '')}}`);

const WORD = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(\.\s*)?\b([A-Za-z_$][\w$]*)\b(\s*:(?!:))?/g;
const LANGUAGE = /^(true|false|null|undefined|typeof|in|instanceof)$/;

/** An expression of WXML is one of JavaScript in which unknown names are undefined. */
function expression(text: string): Value {
  const names = new Set<string>();
  const isObject = text.startsWith('{');
  for (const [, dotted, name, colon] of text.matchAll(WORD))
    if (name && !dotted && !LANGUAGE.test(name) && !(isObject && colon)) names.add(name);
  const taken = names.size > 0 ? `const { ${[...names].join(', ')} } = scope;` : '';
  return Reflect.construct(Function, ['scope', `${taken} return (${text});`]) as Value;
}
