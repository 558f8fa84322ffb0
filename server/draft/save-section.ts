import type { BatchDraft, DraftSection } from '../../domain/model';
import { keyOf } from '../../domain/draft/publish';
import { refuse } from '../../domain/base/refuse';
import { readForm } from '../../domain/draft/section-form';
import { changeDraft } from './change-draft';
import type { Run } from '../base/door';

/** Saves one section from the form; a new one goes to the end. */
export const saveSection: Run<'draft.saveSection'> = ({ input, now }) =>
  changeDraft<'DRAFT_SECTION_NOT_FOUND' | 'BAD_SECTION'>(input, now, draft => {
    const { key, cells, dismissed } = input;
    const before = draft.sections.find(section => section.key === key);
    if (key !== null && !before) return refuse('DRAFT_SECTION_NOT_FOUND');
    const read = readForm(cells, before, { now, holidays: draft.holidays }, dismissed);
    if ('errors' in read) return refuse('BAD_SECTION', { fields: read.errors });
    return before
      ? {
          sections: draft.sections.map(other =>
            other === before ? { key: before.key, ...wished(before), ...read.section } : other,
          ),
        }
      : withMore(draft, [read.section]);
  });

/** The form does not show which wishes a class answers, so it changes nothing about them. */
const wished = ({ wishIds }: DraftSection): Pick<DraftSection, 'wishIds'> => (wishIds ? { wishIds } : {});

/** The sections of a draft followed by new ones, each with its own key. */
export function withMore(
  { sections, lastKey }: Pick<BatchDraft, 'sections' | 'lastKey'>,
  more: readonly Omit<DraftSection, 'key'>[],
): Pick<BatchDraft, 'sections' | 'lastKey'> {
  const added = more.map((section, index) => ({ key: keyOf(lastKey + index + 1), ...section }));
  return { sections: [...sections, ...added], lastKey: lastKey + more.length };
}
