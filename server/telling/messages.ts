import { read } from '../base/database';
import type { Run } from '../base/door';
import { templates } from './templates';

/** What WeChat may be asked for, and what is left of what was agreed to. */
export const messages: Run<'member.messages'> = async ({ memberId }) => ({
  templates: templates(),
  left: (await read('consents', memberId))?.left ?? {},
});
