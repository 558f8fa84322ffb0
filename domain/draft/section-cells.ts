import { dayKey } from '../base/clock';
import { topicsText } from '../lesson/topics';
import { isLecture, takesAnybody } from '../lesson/lecture';
import type { SheetField } from '../sheet/field';
import type { OfferedSection } from '../model';

/**
 * The fields of the form for one section, named like the columns of a sheet, in the order in which people fill them in.
 */
export const FORM_FIELDS = {
  course: '课程名称',
  name: '班次',
  kind: '类型',
  schedule: '上课时间',
  firstDay: '开课日期',
  count: '课次',
  skipDays: '停课日期',
  place: '上课地点',
  instructor: '讲师',
  organisation: '承办单位',
  capacity: '名额',
  waitlistLimit: '候补名额',
  roomCapacity: '场地容量',
  walkIn: '不报名也能来',
  audienceText: '报名对象',
  employers: '只面向单位',
  districts: '只面向镇街',
  bring: '自带',
  topics: '每次课的主题',
  note: '备注',
} as const satisfies Partial<Record<SheetField, string>>;
export type FormField = keyof typeof FORM_FIELDS;
export const FORM_FIELD_NAMES = Object.keys(FORM_FIELDS) as FormField[];

export type Cells = Partial<Record<FormField, string>>;

/**
 * A section as the form shows it. Days that the schedule skipped are not listed, because the lessons already leave them
 * out.
 */
export const cellsOf = (section: OfferedSection): Required<Cells> => ({
  course: section.course,
  name: section.name,
  kind: isLecture(section) ? '讲座' : '',
  schedule: section.schedule,
  firstDay: section.lessons[0] ? dayKey(section.lessons[0].startsAt) : '',
  count: String(section.lessons.length),
  skipDays: '',
  place: section.place,
  instructor: section.instructor,
  organisation: section.organisation,
  capacity: String(section.capacity),
  waitlistLimit: String(section.waitlistLimit),
  roomCapacity: section.roomCapacity ? String(section.roomCapacity) : '',
  walkIn: takesAnybody(section) ? '是' : '',
  audienceText: section.audienceText,
  employers: (section.invited?.employers ?? []).join('、'),
  districts: (section.invited?.districts ?? []).join('、'),
  bring: section.bring ?? '',
  topics: topicsText(section.lessons),
  note: section.note,
});
