import { Text, View } from '@tarojs/components';
import type { CellIssue, ReadRow } from '../../../../domain/sheet/draft';
import type { SheetField } from '../../../../domain/sheet/field';
import { dateText } from '../../../../domain/base/clock';
import { Motif } from '../../../parts/motif';
import { scheduleText } from '../../../words';

/** Which fields of the sheet are shown in which column of ours. */
const CELLS: Record<'name' | 'time' | 'place' | 'instructor' | 'capacity', SheetField[]> = {
  name: ['number', 'course', 'name', 'organisation', 'audienceText', 'note'],
  time: ['schedule', 'weekday', 'time', 'fromTime', 'toTime', 'firstDay', 'lastDay', 'count', 'skipDays'],
  place: ['place', 'room'],
  instructor: ['instructor'],
  capacity: ['capacity', 'waitlistLimit'],
};

/** One row of the sheet: what was understood, and what to change in the cell where it is wrong. */
export function ReadingRow({ row }: { row: ReadRow }) {
  const { draft } = row;
  const first = draft?.lessons[0];
  const cell = (of: keyof typeof CELLS) => {
    const errors = row.errors.filter(issue => CELLS[of].includes(issue.field));
    const warnings = row.warnings.filter(issue => CELLS[of].includes(issue.field));
    return { tone: errors.length ? 'grid__cell--bad' : warnings.length ? 'grid__cell--warned' : '', errors, warnings };
  };
  const [name, time, place, instructor, capacity] = [
    cell('name'),
    cell('time'),
    cell('place'),
    cell('instructor'),
    cell('capacity'),
  ];
  return (
    <View className="grid__row" data-testid={row.errors.length ? 'bad-row' : 'good-row'}>
      <View className="grid__line num t3">
        <Text className="grid__word">第 </Text>
        {row.row}
        <Text className="grid__word"> 行</Text>
      </View>
      <View className={`grid__name ${name.tone}`}>
        {draft && <Motif category={draft.category} size={32} className="grid__motif" />}
        <View className="grow">
          {draft ? (
            <>
              <Text className="b">{draft.course}</Text>
              <Text className="t3"> {draft.name}</Text>
            </>
          ) : (
            <Text className="t3">这一行还没读懂</Text>
          )}
          <Issues {...name} />
        </View>
      </View>
      <View className={`grid__cell num ${time.tone}`}>
        {draft && scheduleText(draft.schedule)}
        {first && (
          <View className="sm t3">
            {dateText(first.startsAt)} 起，共 {draft?.lessons.length} 次
          </View>
        )}
        <Issues {...time} />
      </View>
      <View className={`grid__cell ${place.tone}`}>
        {draft?.place}
        <Issues {...place} />
      </View>
      <View className={`grid__cell grid__cell--short ${instructor.tone}`}>
        <Text className="grid__word t3">老师 </Text>
        {draft?.instructor}
        <Issues {...instructor} />
      </View>
      <View className={`grid__cell grid__cell--number num ${capacity.tone}`}>
        <Text className="grid__word t3">名额 </Text>
        {draft?.capacity}
        <Issues {...capacity} />
      </View>
    </View>
  );
}

/** Beside the cell the row and the column need not be said again. */
const inCell = (text: string) => text.replace(/^第 \d+ 行「[^」]*」/, '');

function Issues({ errors, warnings }: { errors: CellIssue[]; warnings: CellIssue[] }) {
  return (
    <>
      {errors.map(issue => (
        <View key={issue.text} className="sm t-danger">
          {inCell(issue.text)}
        </View>
      ))}
      {warnings.map(issue => (
        <View key={issue.text} className="sm t-few">
          {inCell(issue.text)}
        </View>
      ))}
    </>
  );
}
