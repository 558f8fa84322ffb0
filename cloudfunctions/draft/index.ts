import { defineFunction } from '../door';
import { annotated } from '../endpoints/draft/annotated';
import { create } from '../endpoints/draft/create';
import { discard } from '../endpoints/draft/discard';
import { importSheet } from '../endpoints/draft/import-sheet';
import { publish } from '../endpoints/draft/publish';
import { read } from '../endpoints/draft/read';
import { readSheet } from '../endpoints/draft/read-sheet';
import { removeSection } from '../endpoints/draft/remove-section';
import { save } from '../endpoints/draft/save';
import { saveSection } from '../endpoints/draft/save-section';
import { template } from '../endpoints/draft/template';
import { withdraw } from '../endpoints/draft/withdraw';

export const main = defineFunction('draft', {
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
});
