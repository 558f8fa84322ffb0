import { read } from '../base/database';
import type { Run } from '../base/door';
import { templates } from './templates';

/** The messages for which WeChat may be asked, and the consents that are left. */
export const messages: Run<'member.messages'> = async ({ memberId }) => ({
  templates: templates(),
  left: (await read('consents', memberId))?.left ?? {},
});
