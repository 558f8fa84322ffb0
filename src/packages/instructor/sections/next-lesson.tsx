import { Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { kindWords } from '../../../../domain/batch/kind-words';
import { isLecture } from '../../../../domain/lesson/lecture';
import { rollOpensAt } from '../../../../domain/lesson/roll-times';
import { go } from '../../../app/way/go';
import { Motif } from '../../../ui/motif';
import { Button } from '../../../ui/button';
import { Heading } from '../../../ui/heading';
import { SectionName } from '../../../ui/section-name';
import { lessonHours, whenText } from '../../../app/words';
import { useBox } from '../../../features/roll/outbox';
import { rollRows, sumsOf } from '../../../features/roll/rows';
import { lessonKey, rollOf } from '../../../features/roll/rolls';
import type { TaughtLesson } from './day';

interface NextProps {
  next: TaughtLesson;
  /** Another class of mine has the same name. */
  hasNamesake: boolean;
  now: number;
}

/** The lesson that is running or comes next: when, where, how many people, and the one thing to do about it. */
export function NextLesson({ next: { section, lesson, lessonIndex }, hasNamesake, now }: NextProps) {
  const key = lessonKey({ ...section, lessonIndex });
  const view = useStore(rollOf(key).store, one => one.data);
  const box = useBox(key);
  const sums = view && sumsOf(rollRows(view, box?.marks ?? []));
  const open = now >= rollOpensAt(lesson);
  const on = lesson.startsAt <= now;
  return (
    <View className="card next-lesson" data-testid="next-lesson">
      <View className="split next-lesson__when">
        <Heading level={2} className="num">
          {on ? '正在上课' : whenText(lesson.startsAt, now)}
        </Heading>
        <View className="sm t3 num nowrap">
          {isLecture(section)
            ? kindWords(section).thing
            : `第 ${lessonIndex + 1} 次课，共 ${section.lessons.length} 次`}
        </View>
      </View>
      <View className="next-lesson__what">
        <Motif category={section.category} size={60} className="next-lesson__motif" />
        <View className="grow">
          <SectionName course={section.course} name={section.name} className="h2" />
          <View className="t2 num">{lessonHours(lesson)}</View>
          {lesson.topic && <View className="t2">{lesson.topic}</View>}
          <View className="sm t3">{section.place}</View>
          {section.bring && <View className="sm t3">学员自带：{section.bring}</View>}
          {lesson.by && (
            <View className="sm t2">{section.only ? `代${section.instructor}的课` : `由${lesson.by}代课`}</View>
          )}
          {hasNamesake && <View className="sm t3">{section.batchTitle}</View>}
        </View>
      </View>
      <View className="next-lesson__people num">
        <Text className="next-lesson__count">{sums?.expected ?? section.seated}</Text>
        <Text className="t2"> 人应到</Text>
        {sums && open && (
          <Text className="t2">
            ，已到 {sums.present + sums.late}，未点 {sums.unmarked}
          </Text>
        )}
        {sums && sums.leave > 0 && <Text className="t2">，请假 {sums.leave}</Text>}
      </View>
      <Button kind="go" onTap={() => go.roll(section.sectionId, lessonIndex)} testId="to-roll">
        {open ? '点名' : '看名单'}
      </Button>
      {open ? (
        lesson.endsAt > now && (
          <Button
            kind="ink"
            className="stack-3"
            onTap={() => go.checkInCode(section.sectionId, lessonIndex)}
            testId="to-code"
          >
            出示签到码
          </Button>
        )
      ) : (
        <View className="sm t3 center stack-3 num">{whenText(rollOpensAt(lesson), now)} 起可以点名和签到</View>
      )}
    </View>
  );
}
