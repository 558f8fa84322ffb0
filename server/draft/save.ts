import type { Input } from '../../domain/api';
import type { Audience, BatchDraft } from '../../domain/model';
import { isRefused } from '../../domain/base/refuse';
import { replanned } from '../../domain/draft/weekly';
import { draftAt, writeDraft } from './write-draft';
import type { Run } from '../base/door';
import { viewOf } from './draft-view';

/** Saves the settings. If the holidays change, the weekly sections get other lessons. */
export const save: Run<'draft.save'> = async ({ input: { draftId, revision, settings }, now }) => {
  const draft = await draftAt(draftId, revision);
  if (isRefused(draft)) return draft;
  const written = await writeDraft(draft, changeOf(draft, settings), now);
  return isRefused(written) ? written : viewOf(written, now);
};

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
