import type { Endpoints } from '../../server/base/door';
import { annotated } from '../../server/draft/annotated';
import { create } from '../../server/draft/create';
import { discard } from '../../server/draft/discard';
import { importSheet } from '../../server/draft/import-sheet';
import { publish } from '../../server/draft/publish';
import { read } from '../../server/draft/read';
import { readSheet } from '../../server/draft/read-sheet';
import { removeSection } from '../../server/draft/remove-section';
import { save } from '../../server/draft/save';
import { saveSection } from '../../server/draft/save-section';
import { template } from '../../server/draft/template';
import { withdraw } from '../../server/draft/withdraw';

export const draft: Endpoints<'desk', 'draft'> = {
  create,
  read,
  save,
  saveSection,
  removeSection,
  readSheet,
  importSheet,
  template,
  annotated,
  publish,
  withdraw,
  discard,
};
