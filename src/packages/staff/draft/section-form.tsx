import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DraftView } from '../../../../domain/contract';
import { dayKey } from '../../../../domain/clock';
import type { SheetField } from '../../../../domain/sheet/draft';
import { told } from '../../../parts/a11y';
import { Field } from '../../../parts/field';
import { Note } from '../../../parts/marks';
import { Sheet } from '../../../parts/sheet';
import { Tap } from '../../../parts/tap';
import type { Draft } from './use-draft';

type Section = DraftView['sections'][number];

interface FormProps {
  draft: Draft;
  /** Absent for a new one. */
  section: Section | undefined;
  onClose: () => void;
}

/** The cells of one row of the sheet, in the order in which people say them. */
const FIELDS: { field: SheetField; name: string; example: string; digits?: true }[] = [
  { field: 'course', name: '课程', example: '例如 茶艺' },
  { field: 'name', name: '班次', example: '例如 一班；只有一个班可以不填' },
  { field: 'schedule', name: '上课时间', example: '例如 每周三 19:00-20:30' },
  { field: 'firstDay', name: '第一节课', example: '例如 2027年3月10日' },
  { field: 'count', name: '共几次课', example: '例如 10', digits: true },
  { field: 'skipDays', name: '停课日期', example: '没有可以不填，例如 5月1日、5月5日' },
  { field: 'place', name: '上课地点', example: '写到房间，例如 工人文化宫 205 茶艺室' },
  { field: 'instructor', name: '老师', example: '例如 李文秀' },
  { field: 'organisation', name: '承办单位', example: '例如 渝西茶艺培训学校' },
  { field: 'capacity', name: '名额', example: '例如 30', digits: true },
  { field: 'waitlistLimit', name: '候补名额', example: '例如 15；不设候补填 0', digits: true },
  { field: 'audienceText', name: '面向', example: '例如 全区工会会员' },
  { field: 'note', name: '备注', example: '例如 自带茶具' },
];

/** A section as the cells of a row say it. */
function cellsOf(section: Section | undefined): Partial<Record<SheetField, string>> {
  if (!section) return { waitlistLimit: '10' };
  const first = section.lessons[0];
  return {
    course: section.course,
    name: section.name,
    schedule: section.schedule,
    firstDay: first ? dayKey(first.startsAt) : '',
    count: String(section.lessons.length || ''),
    skipDays: '',
    place: section.place,
    instructor: section.instructor,
    organisation: section.organisation,
    capacity: String(section.capacity),
    waitlistLimit: String(section.waitlistLimit),
    audienceText: section.audienceText,
    note: section.note,
  };
}

/** One section by form. The same rules read it as read a row of the sheet. */
export function SectionForm({ draft, section, onClose }: FormProps) {
  const [cells, setCells] = useState(() => cellsOf(section));
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [removing, remove] = useState(false);
  const known = new Set<string>(FIELDS.map(({ field }) => field));

  const save = async () => {
    const said = Object.fromEntries(Object.entries(cells).filter(([, value]) => value.trim() !== ''));
    const answer = await draft.write('draft.saveSection', { key: section?.key ?? null, cells: said });
    if (answer.ok) return onClose();
    if (answer.code === 'BAD_SECTION')
      setFaults(Object.fromEntries(answer.details.fields.map(({ field, text }) => [field, text])));
  };
  const removeIt = async () => {
    if (!section) return;
    const answer = await draft.write('draft.removeSection', { key: section.key });
    if (answer.ok) onClose();
  };

  return (
    <Sheet label={section ? '修改一个班' : '加一个班'} onClose={onClose}>
      <View className="h2">{section ? `${section.course}${section.name}` : '加一个班'}</View>
      {FIELDS.map(({ field, name, example, digits }) => (
        <Field
          key={field}
          name={name}
          value={cells[field] ?? ''}
          example={example}
          fault={faults[field]}
          maxLength={200}
          {...(digits ? { digits } : {})}
          onInput={value => {
            setCells({ ...cells, [field]: value });
            setFaults(Object.fromEntries(Object.entries(faults).filter(([other]) => other !== field)));
          }}
          testId={`cell-${field}`}
        />
      ))}
      {Object.entries(faults)
        .filter(([field]) => !known.has(field))
        .map(([field, text]) => (
          <View key={field} className="stack-3">
            <Note kind="danger">{text}</Note>
          </View>
        ))}
      {draft.message && (
        <View className="stack-3" {...told({ live: 'assertive' })}>
          <Note kind="danger">{draft.message}</Note>
        </View>
      )}
      <Tap
        className={`btn stack-4 ${draft.busy ? 'btn--busy' : 'btn--go'}`}
        disabled={draft.busy}
        onTap={() => void save()}
        testId="save-section"
      >
        {draft.busy ? '正在保存' : '保存'}
      </Tap>
      {section &&
        (removing ? (
          <Tap className="btn btn--ink stack-3" onTap={() => void removeIt()} testId="remove-section-sure">
            确定删掉这个班
          </Tap>
        ) : (
          <Tap className="btn btn--plain stack-2" onTap={() => remove(true)} testId="remove-section">
            删掉这个班
          </Tap>
        ))}
      <Tap className="btn btn--plain" onTap={onClose}>
        不改了
      </Tap>
    </Sheet>
  );
}
