import { View } from '@tarojs/components';
import { useState } from 'react';
import { kindWords } from '../../../../domain/batch/kind-words';
import type { MyAttendance, MyPlace } from '../../../../domain/api';
import { isSeated } from '../../../../domain/line/place';
import { isLecture } from '../../../../domain/lesson/lecture';
import { wordsOf } from '../../../../domain/line/place-words';
import { go } from '../../../app/way/go';
import { Contact } from '../../../features/batch/contact';
import { CourseAndName } from '../../../ui/section-name';
import { CopyPlace } from '../../../ui/copy-place';
import { Door } from '../../../ui/door';
import { Motif } from '../../../ui/motif';
import { Page } from '../../../app/page/page';
import { Empty, Shown } from '../../../app/page/states';
import { Tap } from '../../../ui/tap';
import { Heading } from '../../../ui/heading';
import { Notice } from '../../../ui/notice';
import { Fact } from '../../../ui/fact';
import { questions } from '../../../app/memory/asked';
import { attendance } from '../../../app/known/attendance';
import { mine } from '../../../app/known/places';
import { useAsked } from '../../../app/memory/use-asked';
import { useServerNow } from '../../../app/clock/use-now';
import { useShown } from '../../../app/page/use-shown';
import { timesOf } from '../../../app/words';
import { useParameters } from '../../../app/way/use-parameters';
import { isFinished } from '../../../../domain/lesson/held-lessons';
import { LeaveSheet } from '../../../features/lesson/leave-sheet';
import './index.scss';
import { GroupSheet } from './group-sheet';
import { Lessons } from './lessons';

const classOf = questions('lesson.ofClass', sectionId => ({ sectionId }));
const NOTHING: MyAttendance = { lessons: [], lent: [], noShows: [] };

/** One class of mine: all its lessons and how they went, leave, the calendar, and how to get there. */
export default function MyClass() {
  const { sectionId = '' } = useParameters('myClass');
  const shown = useShown();
  const now = useServerNow(shown);
  const places = useAsked(mine);
  const [leaving, setLeaving] = useState<number>();
  const [joining, joinGroup] = useState(false);
  const listed = places.data?.places.find(one => one.section.sectionId === sectionId);
  // A class that has been over for long is fetched separately.
  const isOld = !listed && Boolean(places.data?.older);
  const recent = useAsked(attendance, { when: !isOld });
  const question = classOf(sectionId);
  const past = useAsked(question, { when: isOld });
  const own = isOld ? (past.data?.place ?? undefined) : listed;
  const known = isOld ? { data: past.data && { ...NOTHING, lessons: past.data.lessons }, failed: undefined } : recent;
  return (
    <Page
      title={own && isLecture(own.section) ? '我的讲座' : '我的班'}
      testId="my-class"
      over={
        own &&
        (leaving !== undefined ? (
          <LeaveSheet section={own.section} lessonIndex={leaving} now={now} onClose={() => setLeaving(undefined)} />
        ) : (
          joining && <GroupSheet section={own.section} now={now} onClose={() => joinGroup(false)} />
        ))
      }
    >
      <Shown<unknown> asked={isOld ? past : places} now={now} again={() => void (isOld ? question.ask() : mine.ask())}>
        {() =>
          own ? (
            <>
              <Head own={own} />
              {known.failed && !known.data && (
                <Notice kind="soon" testId="no-attendance">
                  <Tap label="再试一次" onTap={() => void attendance.ask()}>
                    签到和请假的记录没能打开，点这里再试。
                  </Tap>
                </Notice>
              )}
              <Lessons own={own} known={known.data} now={now} onLeave={setLeaving} />
              <View className="card my-class__doors">
                {listed && (
                  <Door
                    label={wordsOf(own.place, own.section).mine}
                    text={wordsOf(own.place, own.section).door(own.place.number, isFinished(own.section, now))}
                    onTap={() => go.answer(own.batch.batchId, sectionId)}
                    testId="door-seat"
                  />
                )}
                {listed?.hasGroupCode && !isFinished(own.section, now) && (
                  <Door
                    label={kindWords(own.section).group}
                    text="长按二维码就能进群"
                    onTap={() => joinGroup(true)}
                    testId="door-group"
                  />
                )}
                {isFinished(own.section, now) && isSeated(own.place) && !isLecture(own.section) && (
                  <Door
                    label="结课证明"
                    text="来了几次、学时，够了就能领"
                    onTap={() => go.certificate(sectionId)}
                    testId="door-certificate"
                  />
                )}
                <Door
                  label={`${kindWords(own.section).thing}介绍`}
                  text={own.batch.title}
                  onTap={() => go.section(own.batch.batchId, sectionId)}
                  testId="door-section"
                />
              </View>
              <Contact of={own.batch} />
            </>
          ) : (
            <Empty
              title="您现在不在这个班"
              text="可能已经退了"
              action={{ label: '看我的课', onTap: go.mine }}
              testId="not-mine"
            />
          )
        }
      </Shown>
    </Page>
  );
}

function Head({ own: { section } }: { own: MyPlace }) {
  return (
    <>
      <View className="my-class__head">
        <Motif category={section.category} size={60} className="my-class__motif" />
        <View className="grow">
          <Heading level={1}>
            <CourseAndName course={section.course} name={section.name} />
          </Heading>
          <View className="t2 num">{timesOf(section)}</View>
        </View>
      </View>
      <View className="card pad">
        <Fact name="地点">
          <CopyPlace place={section.place} />
        </Fact>
        <Fact name={kindWords(section).teacher}>{section.instructor}</Fact>
        {section.bring && <Fact name="自带">{section.bring}</Fact>}
        {section.note && <Fact name="备注">{section.note}</Fact>}
      </View>
    </>
  );
}
