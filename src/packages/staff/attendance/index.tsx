import { lastOf } from '../../../../domain/base/last-of';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BatchCard, SectionAttendance, StaffBatchCard } from '../../../../domain/api';
import { go } from '../../../app/way/go';
import { Door } from '../../../ui/door';
import { Heading } from '../../../ui/heading';
import { Empty } from '../../../app/page/states';
import { questions } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { whenText } from '../../../app/words';
import { BatchTabs } from '../../../app/desk/batch-tabs';
import { Desk } from '../../../app/desk/desk';
import { everything, openAppeals } from '../../../app/known/staff';
import { ExportSheet } from '../../../features/export/export-sheet';
import { Groups } from './groups';
import './index.scss';
import { begun, isToClose, over, percentText, sumOf } from './numbers';
import { Sections } from './sections';
import { Sum, SumRow } from '../../../ui/sum';
import { rateOf } from '../../../../domain/attendance/attendance';
import { takesPlace } from '../../../../domain/lesson/held-lessons';
import { Answered } from '../../../app/page/answered';
import { serverClock } from '../../../app/clock/server-clock';
import { ToConfirm } from '../../../features/attendance/to-confirm';

const attendanceOf = questions('attendance.batch', batchId => ({ batchId }));

/** 考勤: who came, class by class and lesson by lesson, what still has to be closed, and what follows from absences. */
export default function Attendance() {
  const { data } = useAsked(everything, { when: false });
  const [chosen, choose] = useState<string>();
  const [exporting, exportIt] = useState(false);
  const all = data?.batches ?? [];
  const batch = all.find(one => one.batchId === chosen) ?? underWay(all);
  return (
    <Desk
      title="考勤"
      at="attendance"
      testId="staff-attendance"
      over={batch && exporting && <ExportSheet batch={batch} first="attendance" onClose={() => exportIt(false)} />}
    >
      <Answered to={everything}>
        {() =>
          batch ? (
            <>
              <BatchTabs all={all} batch={batch} onChoose={choose} />
              <OfBatch key={batch.batchId} batch={batch} onExport={() => exportIt(true)} />
            </>
          ) : (
            <Empty title="还没有期次" text="发布一期、开了课，这里就有考勤" />
          )
        }
      </Answered>
    </Desk>
  );
}

/** The batch whose lessons are under way, otherwise the last that had any, otherwise the next. */
function underWay(all: StaffBatchCard[]): StaffBatchCard | undefined {
  const now = serverClock.now();
  const newest = [...all].sort((a, b) => b.firstLessonAt - a.firstLessonAt);
  return newest.find(one => one.firstLessonAt <= now) ?? lastOf(newest);
}

interface OfBatchProps {
  batch: BatchCard;
  onExport: () => void;
}

function OfBatch({ batch, onExport }: OfBatchProps) {
  const question = attendanceOf(batch.batchId);
  return (
    <>
      <Heading level={1}>{batch.title}</Heading>
      <Answered to={question}>
        {({ sections }, now) =>
          sections.every(one => begun(one, now).length === 0) ? (
            <>
              <View className="stack-3" />
              <Empty
                title="还没有上过课"
                text={`第一次课 ${whenText(batch.firstLessonAt, now)}，上了课这里就有到课率`}
                testId="no-lessons-yet"
              />
              <Doors onExport={onExport} />
            </>
          ) : (
            <>
              <Sums sections={sections} now={now} />
              <View className="desk__columns rates__columns">
                <View className="desk__wide">
                  <Groups sections={sections} now={now} />
                </View>
                <View className="desk__aside rates__side">
                  <ToClose sections={sections} now={now} onChanged={() => void question.ask()} />
                  <Doors onExport={onExport} />
                </View>
              </View>
              <Sections sections={sections} now={now} />
            </>
          )
        }
      </Answered>
    </>
  );
}

function Doors({ onExport }: { onExport: () => void }) {
  const { data } = useAsked(openAppeals);
  const waiting = data?.appeals.length ?? 0;
  return (
    <View className="card rates__card">
      <Door
        label="缺课与申诉"
        text={waiting > 0 ? `${waiting} 条申诉等您答复` : '谁没来、不算缺课的日子'}
        onTap={go.noShows}
        testId="to-no-shows"
      />
      <Door label="导出考勤" text="每个班一张表，Excel 和 WPS 都能打开" onTap={onExport} testId="export-attendance" />
    </View>
  );
}

/** How the batch was attended so far, biggest first. */
function Sums({ sections, now }: { sections: SectionAttendance[]; now: number }) {
  const lessons = sections.flatMap(one => over(one, now));
  const all = sections.flatMap(one => one.lessons.filter(lesson => takesPlace(one.section, lesson)));
  return (
    <SumRow testId="sums">
      <Sum name="到课率" value={percentText(rateOf(lessons))} tone="open" />
      <Sum name="上了" value={lessons.length} of={`/ ${all.length} 次课`} />
      <Sum name="缺课" value={sumOf(lessons, 'absent')} of="人次" tone="absent" />
      <Sum name="请假" value={sumOf(lessons, 'leave')} of="人次" />
    </SumRow>
  );
}

interface ToCloseProps {
  sections: SectionAttendance[];
  now: number;
  onChanged: () => void;
}

/** Lessons that are over and not closed. Until they are closed nobody's absence counts. */
function ToClose({ sections, now, onChanged }: ToCloseProps) {
  const open = sections
    .flatMap(({ section, lessons }) =>
      lessons.filter(lesson => isToClose(section, lesson, now)).map(lesson => ({ section, lesson })),
    )
    .sort((a, b) => a.lesson.startsAt - b.lesson.startsAt);
  return (
    <View className="card rates__card" data-testid="to-close">
      <View className="pad rates__head">
        <View className="b num">{open.length > 0 ? `${open.length} 次课的考勤待确认` : '考勤都确认了'}</View>
        <View className="sm t3">
          {open.length > 0 ? '确认以后，没来的人才记缺课；下课 7 天后自动确认' : '上完的课都已核对，缺课已经算进到课率'}
        </View>
      </View>
      <ToConfirm lessons={open} onChanged={onChanged} />
    </View>
  );
}
