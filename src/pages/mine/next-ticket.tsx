import { Text, View } from '@tarojs/components';
import { go } from '../../go';
import { Fact, Perforation, SectionName } from '../../parts/marks';
import { Motif } from '../../parts/motif';
import { Tap } from '../../parts/tap';
import { lessonHours, whenText } from '../../words';
import type { MyLesson } from './timetable';

/** The next class as a ticket: when, what, where. */
export function NextTicket({ next, now }: { next: MyLesson; now: number }) {
  const { mine, lesson, number } = next;
  const { section } = mine;
  return (
    <Tap
      className="ticket next-ticket"
      onTap={() => go.answer(mine.batch.batchId, section.sectionId)}
      testId="next-lesson"
    >
      <View className="next-ticket__part">
        <View className="split next-ticket__when">
          <View className="h3 num">{lesson.startsAt <= now ? '正在上课' : whenText(lesson.startsAt, now)}</View>
          <View className="sm t3 num">
            第 {number} 次课，共 {section.lessons.length} 次
          </View>
        </View>
        <View className="next-ticket__what">
          <Motif category={section.category} size={60} className="next-ticket__motif" />
          <View className="grow">
            <SectionName course={section.course} name={section.name} className="h2" />
            <View className="t2 num">{lessonHours(lesson)}</View>
          </View>
        </View>
      </View>
      <Perforation />
      <View className="next-ticket__part next-ticket__part--last">
        <Fact name="地点">{section.place}</Fact>
        <Fact name="老师">
          <Text>{section.instructor}</Text>
        </Fact>
      </View>
    </Tap>
  );
}
