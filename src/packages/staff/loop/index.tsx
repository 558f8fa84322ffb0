import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CourseLoop } from '../../../../domain/api';
import { Desk } from '../../../app/desk/desk';
import { question } from '../../../app/memory/asked';
import { Empty } from '../../../app/page/states';
import { Heading } from '../../../ui/heading';
import { CourseRow } from './course-row';
import { CourseSheet } from './course-sheet';
import './index.scss';
import { Answered } from '../../../app/page/answered';
import { ListGroup } from '../../../ui/list-group';

const courses = question('loop.courses', {});

/** 闭环: a row a course, where it stands between the wish and the rating, and what to do next. */
export default function LoopDesk() {
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
      <Answered to={courses}>
        {({ courses: all }) => {
          const row = (one: CourseLoop) => <CourseRow key={one.key} course={one} onOpen={() => setOpen(one)} />;
          return all.length === 0 ? (
            <Empty title="还没有课" text="职工提了愿望、工会排了课，就在这里" testId="no-courses" />
          ) : (
            <View className="loops">
              <ListGroup title="等下一步" of={all.filter(isWaiting)} unit="门">
                {row}
              </ListGroup>
              <ListGroup title="走完一圈的" of={all.filter(one => !isWaiting(one))} unit="门">
                {row}
              </ListGroup>
            </View>
          );
        }}
      </Answered>
    </Desk>
  );
}

const isWaiting = ({ stages }: CourseLoop): boolean => stages.some(({ state }) => state === 'now');
