import type { Page } from 'playwright-core';
import { DAY, HOUR, startOfDay } from '../../domain/base/clock';
import { seen } from './scene';
import { nextSheet } from './sheets';
import type { Stage } from './stage';

/** How far 王敏 has come with the next batch before the picture. Each picture has its own draft. */
type Progress = 'new' | 'sheet' | 'settings';
let drafts = 0;

/** Makes a draft that has come this far, and returns the path of its page. */
export async function draftPath(stage: Stage, progress: Progress): Promise<string> {
  return `packages/staff/draft/index?draftId=${await draft(stage, progress)}`;
}

export async function draft(stage: Stage, progress: Progress): Promise<string> {
  const staff = stage.openid('王敏');
  const { draftId } = await stage.ask(staff, 'draft.create', { actId: `picture-draft-${++drafts}` });
  if (progress === 'new') return draftId;
  const { title, fileName, bytes } = nextSheet(stage);
  const file = { fileName, file: bytes.toString('base64') };
  let { revision } = await stage.ask(staff, 'draft.read', { draftId });
  ({ revision } = await stage.ask(staff, 'draft.importSheet', { draftId, revision, how: 'replace', ...file }));
  if (progress === 'sheet') return draftId;
  const opensAt = startOfDay(stage.emulator.now()) + 9 * DAY + 20 * HOUR;
  const settings = { title, opensAt, closesAt: opensAt + 7 * DAY, limit: 2, audience: { unionMembersOnly: true } };
  await stage.ask(staff, 'draft.save', { draftId, revision, settings });
  return draftId;
}

/** Chooses a sheet in the dialogue of the browser. */
export async function upload(page: Page, sheet: ReturnType<typeof nextSheet>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), seen(page, 'upload-sheet').click()]);
  await chooser.setFiles({ name: sheet.fileName, mimeType: 'text/csv', buffer: sheet.bytes });
}
