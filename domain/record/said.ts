import { lastOf } from '../base/last-of';
import type { Member, NamedPart, Part, RecordEntry, Words } from '../model';
import { nameOf } from '../privacy/anonymous';
import { oldParts } from './old-entry';

/**
 * A sentence on the record is made of parts: text, or a person. Write it with the tag `said`, and use `named` for
 * everybody in it. Then an erasure replaces a part and never has to look for a name among words.
 *
 * @example said`${title}：把${named(memberId, member)}移出队伍`
 */
export function said(texts: TemplateStringsArray, ...values: (Words | NamedPart | number)[]): Part[] {
  const parts = texts.flatMap((text, index) => [text, ...partsOf(values[index] ?? '')]);
  return parts.reduce<Part[]>((sentence, part) => {
    const last = lastOf(sentence);
    if (part === '') return sentence;
    if (typeof part === 'string' && typeof last === 'string') return [...sentence.slice(0, -1), last + part];
    return [...sentence, part];
  }, []);
}

const partsOf = (value: Words | NamedPart | number): Part[] => {
  if (typeof value === 'number') return [`${value}`];
  return Array.isArray(value) ? [...(value as readonly Part[])] : [value as Part];
};

/** A person in a sentence, under their present name. */
export const named = (memberId: string, member: Pick<Member, 'name'> | null | undefined): NamedPart => ({
  memberId,
  name: nameOf(member),
});

/** Joins several sentences: 张三 到、李四 缺课. */
export const listed = (sentences: readonly (readonly Part[])[]): Part[] =>
  sentences.flatMap((one, index) => (index === 0 ? one : ['、', ...one]));

/** The parts of an entry's sentence. An old entry without parts is taken apart by its form. */
export const partsOfEntry = (entry: RecordEntry): Part[] => entry.parts ?? oldParts(entry);

/** The sentence as people read it. */
export const sentenceOf = (words: Words): string =>
  typeof words === 'string' ? words : words.map(part => (typeof part === 'string' ? part : part.name)).join('');
export const sentenceOn = (entry: RecordEntry): string => entry.summary ?? sentenceOf(entry.parts ?? []);
