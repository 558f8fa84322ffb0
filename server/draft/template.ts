import { templateWorkbook } from '../sheet/template';
import type { Run } from '../base/door';

export const template: Run<'draft.template'> = async () => ({
  fileName: '课程表模板.xlsx',
  file: (await templateWorkbook()).toString('base64'),
});
