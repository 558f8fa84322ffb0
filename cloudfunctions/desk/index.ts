import { defineFunction } from '../../server/base/door';
import { firstStaff } from '../../server/people/invite/first-staff';
import { attendance } from './attendance';
import { certificate } from './certificate';
import { change } from './change';
import { draft } from './draft';
import { exporting } from './export';
import { invite } from './invite';
import { link } from './link';
import { loop } from './loop';
import { menu } from './menu';
import { rating } from './rating';
import { rehearsal } from './rehearsal';
import { report } from './report';
import { staff } from './staff';
import { wish } from './wish';

export const main = defineFunction(
  'desk',
  {
    attendance,
    certificate,
    change,
    draft,
    export: exporting,
    invite,
    link,
    loop,
    menu,
    rating,
    rehearsal,
    report,
    staff,
    wish,
  },
  { onTimer: firstStaff },
);
