import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CourseLoop } from '../../../../domain/api';
import { Desk } from '../../../app/desk/desk';
import { question } from '../../../app/memory/asked';
import { useAsked } from '../../../app/memory/use-asked';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { Empty, Shown } from '../../../app/page/states';
import { useShown } from '../../../app/page/use-shown';
import { GroupHead, Heading } from '../../../ui/heading';
import { CourseRow } from './course-row';
import { CourseSheet } from './course-sheet';
import './index.scss';

const courses = question('loop.courses', {});

/** 闭环: a row a course, where it stands between the wish and the rating, and what to do next. */
export default function LoopDesk() {
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const asked = useAsked(courses);
  const [open, setOpen] = useState<CourseLoop>();
  return (
    <Desk
      title="闭环"
      at="loop"
      testId="staff-loop"
      over={open && <CourseSheet course={open} onClose={() => setOpen(undefined)} />}
    >
      <Heading level={1}>闭环</Heading>
      <View className="t2 stack-2">
        职工提出，工会主导，社会力量承办，职工参与，职工评价。每门课走到哪一步，下一步做什么。
      </View>
      <Shown asked={asked} now={now} again={() => void courses.ask()}>
        {data => {
          const waiting = data.courses.filter(isWaiting);
          const resting = data.courses.filter(one => !isWaiting(one));
          return data.courses.length === 0 ? (
            <Empty title="还没有课" text="职工提了愿望、工会排了课，就在这里" testId="no-courses" />
          ) : (
            <View className="loops">
              <Group title="等下一步" some={waiting} onOpen={setOpen} />
              <Group title="走完一圈的" some={resting} onOpen={setOpen} />
            </View>
          );
        }}
      </Shown>
    </Desk>
  );
}

const isWaiting = ({ stages }: CourseLoop): boolean => stages.some(({ state }) => state === 'now');

interface GroupProps {
  title: string;
  some: CourseLoop[];
  onOpen: (course: CourseLoop) => void;
}

function Group({ title, some, onOpen }: GroupProps) {
  if (some.length === 0) return null;
  return (
    <>
      <GroupHead aside={<>{some.length} 门</>}>{title}</GroupHead>
      <View className="card">
        {some.map(one => (
          <CourseRow key={one.key} course={one} onOpen={() => onOpen(one)} />
        ))}
      </View>
    </>
  );
}
