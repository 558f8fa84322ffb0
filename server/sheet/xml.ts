import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  /** Names come without their namespace's prefix: `x:row` is `row`. */
  open?: (name: string, attributes: Attributes) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML from beginning to end. Throws if it is not well formed; unknown entities stay as they are. */
export function readXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = new SaxesParser({ position: false });
  parser.on('error', error => {
    throw error;
  });
  if (open)
    parser.on('opentag', ({ name, attributes }) =>
      open(
        local(name),
        Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), String(value)])),
      ),
    );
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', ({ name }) => close(local(name)));
  parser.write(xml).close();
}
