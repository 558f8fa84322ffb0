import type { Input } from '../../domain/api';
import type { Audience, BatchDraft } from '../../domain/model';
import { replanned } from '../../domain/draft/weekly';
import { changeDraft } from './change-draft';
import type { Run } from '../base/door';

/** Saves the settings. If the holidays change, the weekly sections get other lessons. */
export const save: Run<'draft.save'> = ({ input, now }) =>
  changeDraft(input, now, draft => changeOf(draft, input.settings));

type Settings = Input<'draft.save'>['settings'];

function changeOf(draft: BatchDraft, { audience, holidays, ...settings }: Settings): Partial<BatchDraft> {
  const said = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  const change: Partial<BatchDraft> = { ...said };
  if (audience) change.audience = audienceOf(audience);
  if (holidays) {
    change.holidays = [...new Set(holidays)].sort();
    change.sections = draft.sections.map(section => ({
      ...section,
      lessons: replanned(section, draft.holidays, change.holidays ?? []),
    }));
  }
  return change;
}

/** Leaves empty values out. An empty list of employers means that any employer's people may come, not nobody's. */
function audienceOf({
  unionMembersOnly,
  employers,
  districts,
  headStartMinutes,
  noShow,
}: NonNullable<Settings['audience']>): Audience {
  return {
    ...(unionMembersOnly ? { unionMembersOnly } : {}),
    ...(employers && employers.length > 0 ? { employers: [...new Set(employers)] } : {}),
    ...(districts && districts.length > 0 ? { districts: [...new Set(districts)] } : {}),
    ...(headStartMinutes ? { headStartMinutes } : {}),
    ...(noShow ? { noShow } : {}),
  };
}
