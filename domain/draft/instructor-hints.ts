import type { Invite, Section } from '../model';
import { isNamed, namesIn } from '../people/names';
import { isOwn, type Runner } from '../people/own';
import { nameKey } from '../people/person-name';
import { titleOf } from '../batch/title';
import { wordsKey } from '../base/written';

/** The fields of a class that say who teaches it. */
export type Taught = Pick<Section, 'instructor' | 'organisation' | 'course' | 'name'>;
type Open = Pick<Invite, 'role' | 'name' | 'organisation'>;

export interface Missing {
  /** As the first class writes it. */
  name: string;
  organisation: string;
  /** The classes that they teach, by the names that people use. */
  classes: string[];
  /** An invitation is open already. */
  invited: boolean;
}

/** An open invitation counts as the instructor who would use it. */
const runnerOf = ({ name, organisation }: Open): Runner => ({
  roles: ['instructor'],
  instructorName: name,
  ...(organisation ? { instructorFor: [organisation] } : {}),
});

/** Names in these classes for which no instructor sees the class. Each pair of name and organisation is listed once. */
export function missingInstructors(
  classes: readonly Taught[],
  holders: readonly Runner[],
  open: readonly Open[],
): Missing[] {
  const invited = open.filter(invite => invite.role === 'instructor').map(runnerOf);
  const missing = new Map<string, Missing>();
  for (const one of classes)
    for (const name of namesIn(one.instructor)) {
      const alone = { instructor: name, organisation: one.organisation };
      if (
        holders.some(
          holder => holder.roles.includes('instructor') && isOwn({ ...holder, roles: ['instructor'] }, alone),
        )
      )
        continue;
      const key = `${nameKey(name)} ${wordsKey(one.organisation)}`;
      const known = missing.get(key);
      if (known) known.classes.push(titleOf(one));
      else
        missing.set(key, {
          name,
          organisation: one.organisation,
          classes: [titleOf(one)],
          invited: invited.some(runner => isOwn(runner, alone)),
        });
    }
  return [...missing.values()];
}

/** The organisations for whose classes somebody of this name teaches, each once, as the first class writes it. */
const organisationsOf = (name: string, classes: readonly Taught[]): string[] => {
  const all = classes.filter(one => isNamed(name, one.instructor)).map(one => one.organisation);
  return all.filter((one, index) => one !== '' && all.findIndex(other => wordsKey(other) === wordsKey(one)) === index);
};

/** The instructors among `holders` who see this class. */
const seeing = (one: Taught, holders: readonly Runner[]) =>
  holders.filter(holder => holder.roles.includes('instructor') && isOwn({ ...holder, roles: ['instructor'] }, one));

/** Hints for staff about the instructors of a draft. None of them prevents publishing. */
export function draftHints(classes: readonly Taught[], holders: readonly Runner[], open: readonly Open[]): string[] {
  const missing = missingInstructors(classes, holders, open).filter(one => !one.invited);
  const names = new Map(classes.flatMap(one => namesIn(one.instructor)).map(name => [nameKey(name), name]));
  return [
    ...(missing.length > 0
      ? [`${missing.map(one => one.name).join('、')}还没有讲师身份，看不到自己的班：请在“人员”里邀请`]
      : []),
    ...[...names.values()].flatMap(name => {
      const organisations = organisationsOf(name, classes);
      return organisations.length > 1
        ? [`${name}在${organisations.join('、')}的班里都有：要是同名的两位老师，邀请时请写明单位`]
        : [];
    }),
    ...[...names.values()].flatMap(name => {
      const most = Math.max(0, ...classes.map(one => seeing({ ...one, instructor: name }, holders).length));
      return most > 1
        ? [`有 ${most} 位讲师叫${name}，都看得到写着这个名字的班：请核对，不该看的收回权限再按单位邀请`]
        : [];
    }),
  ];
}

/** Hints for staff right after they invited an instructor. */
export function inviteHints(invite: Open, classes: readonly Taught[], holders: readonly Runner[]): string[] {
  if (invite.role !== 'instructor') return [];
  const mine = classes.filter(one => isOwn(runnerOf(invite), one));
  const others = Math.max(0, ...mine.map(one => seeing(one, holders).length));
  const organisations = organisationsOf(invite.name, mine);
  return [
    ...(mine.length === 0
      ? [
          `现在的课程表上没有${invite.organisation ? `${invite.organisation}的` : ''}${invite.name}，他进来以后看不到班，请核对姓名和单位`,
        ]
      : []),
    ...(organisations.length > 1
      ? [
          `${invite.name}在${organisations.join('、')}的班里都有，他都看得到：要是同名的两位老师，请收回，写明单位再邀请`,
        ]
      : []),
    ...(others > 0 ? [`已经有 ${others} 位讲师叫${invite.name}，看得到同样的班：要是同名的两位老师，请写明单位`] : []),
  ];
}
