import { pathsOf } from '../../domain/line/entry';
import { _ } from '../base/database';

/** The condition that finds sections whose lines name a person as the key, the holder or the attendee of an entry. */
export const inLine = (is: unknown) => _.or(pathsOf('line').map(path => ({ [path]: is })));
