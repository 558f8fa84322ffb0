import type { Endpoints } from '../../server/base/door';
import { file } from '../../server/report/file';
import { list } from '../../server/report/list';
import { sign } from '../../server/report/sign';
import { span } from '../../server/report/span';

export const report: Endpoints<'desk', 'report'> = { span, file, sign, list };
