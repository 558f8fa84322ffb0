import { Query as Finder } from 'mingo';
import { type Document, isPlainObject } from './document';
import { invalidOperator, requestFailed } from './refusal';

const OPERATORS = new Set(['$slice', '$elemMatch']);

/**
 * Reads the `field()` of a request.
 * @throws Refusal where inclusion and exclusion are mixed, or an operator is not supported
 */
export function compileProjection(projection: unknown): (document: Document) => Document {
  if (!isPlainObject(projection)) throw requestFailed('(BadValue) A projection must be an object.');
  const flags = new Set<boolean>();
  for (const [field, value] of Object.entries(projection)) {
    if (isPlainObject(value)) {
      for (const name of Object.keys(value))
        if (!OPERATORS.has(name))
          throw invalidOperator(`The projection operator ${name} of '${field}' is not supported by this emulator.`);
    } else if (field !== '_id') flags.add(Boolean(value));
  }
  if (flags.size > 1) throw requestFailed('(BadValue) Projection cannot have a mix of inclusion and exclusion.');
  const finder = new Finder({});
  return document => finder.find<Document>([document], projection as never).all()[0]!;
}
