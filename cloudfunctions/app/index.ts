import { defineFunction } from '../../server/base/door';
import { catalog } from './catalog';
import { certificate } from './certificate';
import { lesson } from './lesson';
import { line } from './line';
import { link } from './link';
import { loop } from './loop';
import { member } from './member';
import { menu } from './menu';
import { rating } from './rating';
import { roll } from './roll';
import { wish } from './wish';

export const main = defineFunction('app', {
  catalog,
  certificate,
  lesson,
  line,
  link,
  loop,
  member,
  menu,
  rating,
  roll,
  wish,
});
