import { LENGTH, RANGE } from '../bounds';
import { categoryOf } from './category';
import type { UnderstandOptions } from './draft';
import { isLecture, NO_LINE, takesAnybody } from '../lesson/lecture';
import { withTopics } from '../lesson/topics';
import type { Lesson, OfferedSection } from '../model';
import type { Cell } from './grid';
import type { Header } from './headers';
import { readNumber } from './numbers';
import { RowCells } from './row-cells';
import { whenOf } from './row-when';
import { personName, quote, tidy } from './words';

/** A section with more people than this is a typing error. */
export const [, CAPACITY_LIMIT] = RANGE.capacity;
/** Cells that say there is nothing, as people fill them. */
const NONE = /^(无|没有|不用|不限|未知|不详|-+|\/)?$/;

const LECTURE = /讲座|沙龙|报告会|分享会/;
const CLASS = /^(课|班|课程|班级|培训班?|公益课|系列课|无|-+|\/)?$/;
const YES = /^(是|可以?|能|行|允许|√|✓|不报名也能来)$/;
const NO = /^(否|不|不可以?|不能|不行|要报名|需要?报名|无|没有|×|-+|\/)?$/;

/** Reads one row of a sheet. `above` is the course of the row before, for a cell that was left blank below it. */
export class RowReader extends RowCells {
  /** The class's names in the row, whether or not the row has errors. */
  named: Pick<OfferedSection, 'course' | 'name' | 'kind'> = { course: '', name: '' };

  constructor(
    header: Header,
    cells: readonly Cell[],
    row: number,
    private readonly options: UnderstandOptions,
  ) {
    super(header, cells, row);
  }

  /** The draft, or `undefined` if `read` has errors. */
  draft(above: { course: string } | undefined): OfferedSection | undefined {
    this.faults();
    const course = this.course(above);
    const kind = this.kind();
    this.named = { ...course, ...kind };
    const capacity = this.capacity();
    const { schedule, lessons } = whenOf(this, this.options, isLecture(kind));
    if (isLecture(kind) && lessons.length > 1)
      this.say('errors', 'schedule', `讲座只有一次，这里读出 ${lessons.length} 次，请一次写一行`);
    const place = [this.text('place'), this.text('room')].filter(text => text !== '').join(' ');
    if (place === '') this.say('errors', 'place', '请写上课地点和教室');
    let instructor = personName(this.text('instructor'));
    if (instructor === '') {
      instructor = '待定';
      this.say('warnings', 'instructor', '先记为“待定”');
    }
    const waitlistLimit = this.waitlistLimit(capacity ?? 0, kind);
    const taught = this.taught(lessons);
    const draft = {
      ...kind,
      course: course.course,
      category: categoryOf(course.course),
      name: course.name,
      instructor,
      organisation: this.text('organisation') || (this.options.defaults?.organisation ?? ''),
      place,
      schedule,
      lessons: taught,
      audienceText: this.text('audienceText'),
      note: this.text('note'),
      ...this.bring(),
      ...this.roomCapacity(),
      ...this.invited(),
      capacity: capacity ?? 0,
      waitlistLimit,
    };
    return this.read.errors.length === 0 ? draft : undefined;
  }

  /** `茶艺（二班）` and `茶艺二班` also give the 班次 if no column does. */
  private course(above: { course: string } | undefined): { course: string; name: string } {
    let course = tidy(this.text('course')).replace(/^[《「](.+)[》」]$/, '$1');
    let name = personName(this.text('name'));
    if (course === '' && above && name !== '' && !this.faulty('course')) {
      course = above.course;
      this.say('warnings', 'course', `按上面一行的“${above.course}”读`);
    }
    if (course === '' && !this.faulty('course')) this.say('errors', 'course', '请写课程名称');
    const split =
      /^(.+?)\s*[（(]?\s*(第?[一二三四五六七八九十\d]{1,3}班|[A-Za-z]班|(?:初|中|高|基础|入门|提高|提升|进阶|零基础)级?班)\s*[）)]?$/.exec(
        course,
      );
    if (name === '' && split) [, course = course, name = name] = split;
    if (/^\d{1,2}$/.test(name)) name = `${name}班`;
    return { course, name };
  }

  /** A type of another meaning, such as 文艺类, is a class. That is said, because a lecture may have been meant. */
  private kind(): Pick<OfferedSection, 'kind' | 'walkInFrom'> {
    const type = this.text('kind');
    const lecture = LECTURE.test(type);
    if (!lecture && !CLASS.test(type) && !this.faulty('kind'))
      this.say('warnings', 'kind', '按一般的课读；是讲座请写“讲座”');
    const walkIn = this.text('walkIn');
    const isOpen = YES.test(walkIn);
    if (!isOpen && !NO.test(walkIn)) this.say('errors', 'walkIn', '请填“是”或“否”');
    else if (isOpen && !lecture) this.say('errors', 'walkIn', '只有讲座可以，请把类型写成“讲座”，或者去掉这一格');
    return lecture ? { kind: 'lecture', ...(isOpen ? { walkInFrom: 0 } : {}) } : {};
  }

  /** Unlike 报名对象, which is only text, this decides who may come. */
  private invited(): Pick<OfferedSection, 'invited'> {
    const [employers, districts] = [this.names('employers'), this.names('districts')];
    if (employers.length === 0 && districts.length === 0) return {};
    return {
      invited: { ...(employers.length > 0 ? { employers } : {}), ...(districts.length > 0 ? { districts } : {}) },
    };
  }

  private names(field: 'employers' | 'districts'): string[] {
    const text = this.text(field);
    if (/^(无|不限|没有|都可以|-+|\/)?$/.test(text)) return [];
    const names = [...new Set(text.split(/[、,，;；\n]+/).map(tidy))].filter(Boolean);
    const long = names.find(name => name.length > LENGTH.invitedName);
    if (long) this.say('errors', field, `${quote(long)}太长了，几个名称请用顿号隔开`);
    return names;
  }

  private bring(): Pick<OfferedSection, 'bring'> {
    const bring = this.text('bring');
    if (NONE.test(bring) || this.faulty('bring')) return {};
    if (bring.length > LENGTH.bring)
      this.say('errors', 'bring', `太长了（${bring.length} 个字），最多 ${LENGTH.bring} 个字，请写短一些`);
    return { bring };
  }

  private roomCapacity(): Pick<OfferedSection, 'roomCapacity'> {
    const text = this.text('roomCapacity');
    if (NONE.test(text) || this.faulty('roomCapacity')) return {};
    const read = readNumber(text, 1, RANGE.roomCapacity[1], 40);
    if ('value' in read) return { roomCapacity: read.value };
    this.say('errors', 'roomCapacity', read.why);
    return {};
  }

  /** A row without lessons says what is wrong with its time, and nothing of topics. */
  private taught(lessons: Lesson[]): Lesson[] {
    const text = this.lines('topics');
    if (NONE.test(text) || this.faulty('topics') || lessons.length === 0) return lessons;
    const read = withTopics(lessons, text);
    if ('lessons' in read) return read.lessons;
    this.say('errors', 'topics', read.why);
    return lessons;
  }

  private capacity(): number | undefined {
    if (this.faulty('capacity')) return undefined;
    const read = readNumber(this.text('capacity'), 1, CAPACITY_LIMIT, 30);
    if ('value' in read) return read.value;
    this.say('errors', 'capacity', read.why);
    return undefined;
  }

  private waitlistLimit(capacity: number, kind: Pick<OfferedSection, 'walkInFrom'>): number {
    const text = this.text('waitlistLimit');
    if (text === '' && takesAnybody(kind)) return 0;
    if (text === '' || this.faulty('waitlistLimit'))
      return this.options.defaults?.waitlistLimit ?? Math.ceil(capacity / 2);
    if (/^(无|没有|不设|不候补|否|-+|\/)$/.test(text)) return 0;
    const read = readNumber(text, 0, CAPACITY_LIMIT, 15);
    if (!('value' in read)) this.say('errors', 'waitlistLimit', read.why);
    else if (read.value > 0 && takesAnybody(kind)) this.say('errors', 'waitlistLimit', `${NO_LINE}，请填 0`);
    else return read.value;
    return 0;
  }
}
