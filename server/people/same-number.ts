import type { Member, Section } from '../../domain/model';
import { holderOf } from '../../domain/line/entry';
import { othersWithNumber } from '../../domain/people/same-number';
import { _, find, findEvery } from '../base/database';
import { inLine } from '../line/in-line';

/**
 * How many other accounts with the same number have a place in this section's batch, for people of its line. One
 * operation if there are none, two otherwise.
 */
export async function sameNumbers(section: Section, members: readonly Member[]): Promise<Map<string, number>> {
  const phones = [...new Set(members.map(member => member.phone).filter(phone => phone !== ''))];
  if (phones.length === 0) return new Map();
  const all = await findEvery('members', { phone: _.in(phones) }, ['phone']);
  const sharing = all.filter(one => all.some(other => other._id !== one._id && other.phone === one.phone));
  if (sharing.length === 0) return new Map();
  const ids = sharing.map(one => one._id);
  const lines = await find('sections', _.and([{ batchId: section.batchId }, inLine(_.in(ids))]));
  const placed = new Set(lines.flatMap(one => one.line.map(holderOf)));
  return othersWithNumber(sharing.filter(one => placed.has(one._id)));
}
