import { View } from '@tarojs/components';
import { useState } from 'react';
import { CELL_LIMIT } from '../../../../domain/sheet/limits';
import type { DraftView } from '../../../../domain/api';
import {
  cellsOf,
  FORM_FIELD_NAMES,
  FORM_FIELDS,
  type Cells,
  type FormField,
} from '../../../../domain/draft/section-cells';
import { Choice } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { focusField } from '../../../ui/focus';
import { TextArea } from '../../../ui/text-area';
import { ActSheet } from '../../../ui/act-sheet';
import { Button } from '../../../ui/button';
import type { Draft } from './use-draft';

type Section = DraftView['sections'][number];

interface FormProps {
  draft: Draft;
  /** Absent for a new section. */
  section: Section | undefined;
  onClose: () => void;
}

/** What is chosen, by the cell that a sheet would have. */
const CHOICES = {
  kind: [
    ['', '课'],
    ['讲座', '讲座、沙龙'],
  ],
  walkIn: [
    ['', '不，要报名'],
    ['是', '是，坐满为止'],
  ],
} as const satisfies Partial<Record<FormField, (readonly [string, string])[]>>;
const isChosen = (field: FormField): field is keyof typeof CHOICES => field in CHOICES;
/** A lecture takes place once. */
const NOT_OF_LECTURES: readonly FormField[] = ['count', 'skipDays', 'topics'];
const ONLY_OF_LECTURES: readonly FormField[] = ['walkIn'];

const EXAMPLES: Record<Exclude<FormField, keyof typeof CHOICES>, string> = {
  course: '例如 茶艺',
  name: '例如 一班；只有一个班可以不填',
  schedule: '例如 每周三 19:00-20:30',
  firstDay: '例如 2027年3月10日',
  count: '例如 10',
  skipDays: '没有可以不填，例如 5月1日、5月5日',
  place: '写到房间，例如 工人文化宫 205 茶艺室',
  instructor: '例如 李文秀',
  organisation: '例如 渝西茶艺培训学校',
  capacity: '例如 30',
  waitlistLimit: '不填就是名额的一半；不设候补填 0',
  audienceText: '例如 全区工会会员；只是说明，给人看的',
  employers: '例如 美团配送、顺丰速运；不限就空着',
  districts: '例如 中山路街道；不限就空着',
  roomCapacity: '教室坐得下多少人，例如 40；不知道就空着',
  bring: '例如 谱夹、水杯；不用带就空着',
  topics: '一行写一次课，例如\n认识六大茶类\n绿茶冲泡',
  note: '例如 第一次课请提前 15 分钟到',
};
const OF_LECTURES: Partial<typeof EXAMPLES> = {
  course: '例如 职工心理健康',
  name: '例如 第一场；只讲一次可以不填',
  schedule: '例如 3月13日 14:30-16:30',
  place: '例如 工人文化宫报告厅',
  capacity: '例如 300',
  roomCapacity: '会场坐得下多少人；不知道就空着',
  bring: '例如 想问的材料；不用带就空着',
  note: '例如 早到的坐前排',
};
const DIGITS: readonly FormField[] = ['count', 'capacity', 'waitlistLimit', 'roomCapacity'];

/** One section in a form. The same rules read it that read a row of the sheet. */
export function SectionForm({ draft, section, onClose }: FormProps) {
  const [cells, setCells] = useState<Cells>(() => (section ? cellsOf(section) : {}));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [removing, remove] = useState(false);

  const lecture = cells.kind === '讲座';
  const hidden = lecture ? NOT_OF_LECTURES : ONLY_OF_LECTURES;
  const put = (field: FormField, value: string) => {
    setCells({ ...cells, [field]: value });
    setFaults(Object.fromEntries(Object.entries(faults).filter(([other]) => other !== field)));
  };

  const save = async () => {
    // Includes emptied cells, because what was there has to go.
    const said = { ...cells, ...(lecture ? { count: '1' } : { walkIn: '' }) };
    const answer = await draft.write('draft.saveSection', { key: section?.key ?? null, cells: said });
    if (answer.ok) return onClose();
    if (answer.code === 'BAD_SECTION')
      setFaults(Object.fromEntries(answer.details.fields.map(({ field, text }) => [field, text])));
    if (answer.code === 'BAD_SECTION') focusField(`cell-${answer.details.fields[0]?.field ?? 'course'}`);
  };
  const removeIt = async () => {
    if (!section) return;
    const answer = await draft.write('draft.removeSection', { key: section.key });
    if (answer.ok) onClose();
  };

  return (
    <ActSheet
      wide
      title={section ? `${section.course}${section.name}` : lecture ? '加一场讲座' : '加一个班'}
      state={draft}
      label="保存"
      busyLabel="正在保存"
      insteadLabel="不改了"
      onAct={() => void save()}
      onClose={onClose}
      testId="save-section"
      foot={
        section && (
          <Button kind="plain" onTap={() => remove(true)} testId="remove-section">
            删掉{lecture ? '这场讲座' : '这个班'}
          </Button>
        )
      }
    >
      <View className="section-form">
        {FORM_FIELD_NAMES.filter(field => !hidden.includes(field)).map(field => {
          const told = { name: FORM_FIELDS[field], fault: faults[field], testId: `cell-${field}` };
          const value = cells[field] ?? '';
          if (isChosen(field))
            return (
              <Choice key={field} {...told} value={value} options={CHOICES[field]} onChoose={one => put(field, one)} />
            );
          const typed = {
            ...told,
            value,
            example: (lecture && OF_LECTURES[field]) || EXAMPLES[field],
            maxLength: CELL_LIMIT,
            onInput: (one: string) => put(field, one),
          };
          return field === 'topics' ? (
            <TextArea key={field} {...typed} hint="一行写一次课，可以只写前几次" />
          ) : (
            <Field key={field} {...typed} digits={DIGITS.includes(field)} />
          );
        })}
      </View>
      {section && removing && (
        <ActSheet
          title={`删掉${section.course}${section.name}`}
          text="只从这份草稿里删，别的不动。"
          state={draft}
          label={lecture ? '删掉这场讲座' : '删掉这个班'}
          takes
          busyLabel="正在删除"
          insteadLabel="留着"
          onAct={() => void removeIt()}
          onClose={() => remove(false)}
          testId="remove-section-sure"
        />
      )}
    </ActSheet>
  );
}
