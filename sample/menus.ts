import { DAY } from '../domain/base/clock';
import type { MenuItem } from '../domain/menu/menu';
import { categoryOf } from '../domain/sheet/category';

type Short = Pick<MenuItem, 'course' | 'about' | 'least' | 'most' | 'when' | 'lessons' | 'needs' | 'cost'>;

const TEA = '渝西茶艺培训学校';
const OTHER = '重庆益才教育中心';

const TEA_COURSES: readonly Short[] = [
  {
    course: '茶艺提高班',
    about: '学过基础的再上：六大茶类冲泡、茶席、品鉴',
    least: 12,
    most: 24,
    when: ['4e', '6m'],
    lessons: 8,
    needs: '有水、有插座的教室，24 张凳子',
    cost: 4800,
  },
];

const OTHER_COURSES: readonly Short[] = [
  {
    course: '手机短视频剪辑',
    about: '拍、剪、配音、字幕，八次课做完一条单位宣传片',
    least: 15,
    most: 40,
    when: ['3e', '6m'],
    lessons: 8,
    needs: '有投影和无线网',
    cost: 6000,
  },
  {
    course: '中式面点',
    about: '包子、花卷、月饼',
    least: 10,
    most: 20,
    when: ['6a', '7m'],
    lessons: 6,
    needs: '有灶台的教室',
    cost: null,
  },
];

/** The courses that a school of tea and an organisation offer. People wish for two of them. */
export function sampleMenus(by: { instructor: string; organiser: string }, now: number): MenuItem[] {
  const item =
    (author: Pick<MenuItem, 'by' | 'organisation' | 'instructor'>) =>
    (short: Short, index: number): MenuItem => ({
      _id: `o-sample-${author.by.slice(0, 8)}-${index}`,
      ...author,
      ...short,
      category: categoryOf(short.course),
      minutes: 90,
      state: 'offered',
      at: now - (index + 5) * DAY,
      revision: 1,
    });
  return [
    ...TEA_COURSES.map(item({ by: by.instructor, organisation: TEA, instructor: '李文秀' })),
    ...OTHER_COURSES.map(item({ by: by.organiser, organisation: OTHER, instructor: '' })),
  ];
}
