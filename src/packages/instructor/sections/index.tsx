import { Text, View } from '@tarojs/components';
import { kindWords } from '../../../../domain/batch/kind-words';
import { isLecture } from '../../../../domain/lesson/lecture';
import type { TaughtBefore } from '../../../../domain/api';
import { rollOpensAt } from '../../../../domain/lesson/roll-times';
import { MINUTE } from '../../../../domain/base/clock';
import { sameWords } from '../../../../domain/base/written';
import { go } from '../../../app/way/go';
import { asks } from '../../../features/menu/known';
import { Door } from '../../../ui/door';
import { Row } from '../../../ui/row';
import { Icon } from '../../../ui/icon';
import { Motif } from '../../../ui/motif';
import { OlderButton } from '../../../app/page/older-button';
import { Page } from '../../../app/page/page';
import { Empty, Shown } from '../../../app/page/states';
import { Tap } from '../../../ui/tap';
import { GroupHead } from '../../../ui/heading';
import { SectionName } from '../../../ui/section-name';
import { useOlder } from '../../../app/memory/older';
import { taught } from '../../../features/roll/taught';
import { useAsked } from '../../../app/memory/use-asked';
import { CALM_MS, useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { lessonHours, sectionTitle, shortSchedule, shortTimes, whenText } from '../../../app/words';
import { useSendingAll } from '../../../features/roll/use-sending';
import { alsoToday, lessonsOf, nextLesson, type TaughtLesson, type TaughtSection } from './day';
import './index.scss';
import { useKeptRolls } from './keep-rolls';
import { NextLesson } from './next-lesson';
import { UnsentLessons } from './unsent';
import { ListGroup } from '../../../ui/list-group';

/** An instructor's day: the lesson that is running or comes next, the other lessons of today, and the classes. */
export default function InstructorSections() {
  const shown = useShown();
  const now = useServerNow(shown, CALM_MS);
  const asked = useAsked(taught);
  useKeptRolls(asked.data?.sections, shown);
  useSendingAll(shown);
  return (
    <Page title="我教的班" testId="instructor-sections">
      <UnsentLessons />
      <Asking />
      <Shown asked={asked} now={now} again={() => void taught.ask()}>
        {({ sections, older }) =>
          sections.length === 0 && !older ? (
            <Empty title="还没有排您的班" text="工会排好课，这里就能看到" />
          ) : (
            <>
              {sections.length > 0 && <Day sections={sections} now={now} />}
              <Before older={older} />
            </>
          )
        }
      </Shown>
      <View className="card stack-6">
        <Door
          label="菜单和承办"
          text="能办什么课写给工会；工会来问时在这里答复"
          onTap={() => go.menu('items')}
          testId="door-menu"
        />
      </View>
    </Page>
  );
}

/** The union asks whether I take a class on. */
function Asking() {
  const { data } = useAsked(asks, { freshForMs: MINUTE });
  const open = data?.asks.filter(one => one.answer === null).length ?? 0;
  if (open === 0) return null;
  return (
    <View className="card asking">
      <Row role="link" onTap={() => go.menu()} testId="door-asks">
        <View className="b">工会问您能不能承办 {open} 个班</View>
        <View className="sm t3">看看时间，答复一声</View>
      </Row>
    </View>
  );
}

function Day({ sections, now }: { sections: TaughtSection[]; now: number }) {
  const lessons = lessonsOf(sections);
  const whole = sections.filter(section => !section.only);
  const next = nextLesson(lessons, now);
  const today = alsoToday(lessons, now);
  const hasNamesake = ({ section }: TaughtLesson) =>
    sections.some(one => one !== section && sameWords(sectionTitle(one), sectionTitle(section)));
  return (
    <>
      {next && <NextLesson next={next} hasNamesake={hasNamesake(next)} now={now} />}
      <ListGroup title="今天的课" of={today}>
        {one => (
          <TodayRow
            key={`${one.section.sectionId}/${one.lessonIndex}`}
            one={one}
            hasNamesake={hasNamesake(one)}
            now={now}
          />
        )}
      </ListGroup>
      {whole.length > 0 && (
        <>
          <GroupHead aside="名单和每次课的考勤">班级</GroupHead>
          <View className="card">
            {whole.map((section, i) => (
              <SectionRow key={section.sectionId} section={section} first={i === 0} now={now} />
            ))}
          </View>
        </>
      )}
    </>
  );
}

/** Classes of batches that have been over for long, shown on request. */
function Before({ older: more }: { older: boolean | undefined }) {
  const older = useOlder('roll.past', more);
  return (
    <>
      {older.some.length > 0 && (
        <>
          <GroupHead>往期的班</GroupHead>
          <View className="card">
            {older.some.map((section, i) => (
              <BeforeRow key={section.sectionId} section={section} first={i === 0} />
            ))}
          </View>
        </>
      )}
      <OlderButton older={older} label="查看往期的班" />
    </>
  );
}

function BeforeRow({ section, first }: { section: TaughtBefore; first: boolean }) {
  return (
    <Tap className="row" role="link" onTap={() => go.roster(section.sectionId)} testId="taught-before">
      {!first && <View className="row__rule" />}
      <Motif category={section.category} className="row__motif" />
      <View className="grow">
        <SectionName course={section.course} name={section.name} />
        <View className="t2">{section.batchTitle}</View>
        <View className="sm t3 num">
          {shortSchedule(section.schedule)}，{section.seated} / {section.capacity} 人
        </View>
      </View>
      <Icon name="next" ink="ink-3" size={18} className="stack-3" />
    </Tap>
  );
}

interface TodayProps {
  one: TaughtLesson;
  /** Another class of mine has the same name. */
  hasNamesake: boolean;
  now: number;
}

function TodayRow({ one: { section, lesson, lessonIndex }, hasNamesake, now }: TodayProps) {
  return (
    <Tap className="row door" role="link" onTap={() => go.roll(section.sectionId, lessonIndex)} testId="today-row">
      <View className="grow">
        <SectionName course={section.course} name={section.name} />
        <View className="sm t3 num">
          {kindWords(section).lesson(lessonIndex)}，{lessonHours(lesson)}
          {lesson.endsAt <= now ? `，已${kindWords(section).over}` : ''}
          {lesson.by && `，${lesson.by}代课`}
        </View>
        {hasNamesake && <View className="sm t3">{section.batchTitle}</View>}
      </View>
      <Text className="t2 today__act">{now >= rollOpensAt(lesson) ? '点名' : '看名单'}</Text>
      <Icon name="next" ink="ink-3" size={18} />
    </Tap>
  );
}

function SectionRow({ section, first, now }: { section: TaughtSection; first: boolean; now: number }) {
  const next = section.lessons.find(one => one.endsAt > now && !one.cancelled);
  const off = section.cancelledAt !== null;
  return (
    <Tap className="row" onTap={() => go.roster(section.sectionId)} testId="taught-row">
      {!first && <View className="row__rule" />}
      <Motif category={section.category} className="row__motif" />
      <View className="grow">
        <SectionName course={section.course} name={section.name} />
        {section.batchTitle && <View className="t2">{section.batchTitle}</View>}
        <View className="t2 num">{shortTimes(section)}</View>
        <View className="sm t3">{section.place}</View>
        <View className="sm num stack-2">
          <Text className="b">
            {section.seated} / {section.capacity} 人
          </Text>
          {section.waitlistLimit > 0 && <Text className="t3">，候补 {section.waiting} 人</Text>}
        </View>
        <View className="sm num t3">
          {off
            ? '已取消'
            : next
              ? `${isLecture(section) ? '' : '下次课 '}${whenText(next.startsAt, now)}`
              : `${isLecture(section) ? '讲' : '课已上'}完`}
        </View>
      </View>
      <Icon name="next" ink="ink-3" size={18} className="stack-3" />
    </Tap>
  );
}
