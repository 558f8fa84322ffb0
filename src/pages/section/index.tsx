import { fullWords } from '../../features/line/full-words';
import { kindWords } from '../../../domain/batch/kind-words';
import { heldLessons, isFinished, lessonsEndAt } from '../../../domain/lesson/held-lessons';
import { isLecture, takesAnybody } from '../../../domain/lesson/lecture';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { BatchCard, Place, SectionCard, SectionCount } from '../../../domain/api';
import { dateText, dayText, HOUR, MINUTE, SECOND } from '../../../domain/base/clock';
import { phaseOf } from '../../../domain/batch/phase';
import { wordsOf } from '../../../domain/line/place-words';
import { ByScene } from '../../features/link/by-scene';
import { EnterHint } from '../../app/single-page/enter-hint';
import { isSinglePage } from '../../app/single-page/single-page';
import { ClaimDock } from '../../features/line/claim-dock';
import { useEligibility } from '../../features/line/use-eligibility';
import { useSectionButton } from '../../features/line/use-section-button';
import { Contact } from '../../features/batch/contact';
import { CourseAndName } from '../../ui/section-name';
import { CopyPlace } from '../../ui/copy-place';
import { Motif } from '../../ui/motif';
import { Button } from '../../ui/button';
import { Heading, GroupHead } from '../../ui/heading';
import { Meter, isFew } from '../../ui/meter';
import { Fact } from '../../ui/fact';
import { Page } from '../../app/page/page';
import { Empty, Loading, Shown } from '../../app/page/states';
import { WaitingRoomChecks } from '../../features/line/waiting-room-panel';
import { LoopLine } from '../../features/loop/line';
import { homeCard, sectionCardOf } from '../../features/link/cards';
import { ShareButton } from '../../features/link/share-button';
import { useShare } from '../../features/link/use-share';
import { FollowClass } from '../../features/telling/follow-class';
import { useBoard } from '../../features/line/board';
import { batchOf } from '../../app/known/catalog';
import { mine, placeIn } from '../../app/known/places';
import { useAsked } from '../../app/memory/use-asked';
import { useServerNow } from '../../app/clock/use-now';
import { useShown } from '../../app/page/use-shown';
import { useWaitingRoom, type Entry } from '../../features/line/waiting-room';
import { go } from '../../app/way/go';
import { invitedText, lessonHours, timesOf, sectionTitle, untilText } from '../../app/words';
import { useParameters } from '../../app/way/use-parameters';
import './index.scss';

/** One section: its facts, the waiting room before the stroke, and the button. */
export default function SectionPage() {
  const { batchId = '', sectionId = '', scene } = useParameters('section');
  if (!scene) return <Section batchId={batchId} sectionId={sectionId} />;
  return (
    <ByScene scene={scene} to="section" title="班级">
      {leads => <Section {...leads} />}
    </ByScene>
  );
}

function Section({ batchId, sectionId }: { batchId: string; sectionId: string }) {
  const single = isSinglePage();
  const shown = useShown();
  const now = useServerNow(shown);
  const question = batchOf(batchId);
  const asked = useAsked(question, { freshForMs: 15 * SECOND });
  useAsked(mine, { freshForMs: MINUTE, when: !single });
  const section = asked.data?.sections.find(one => one.sectionId === sectionId);
  const board = useBoard(batchId, shown && !single);
  const { entry, batch } = useWaitingRoom(asked.data?.batch, now, shown && !single);
  const phase = batch && phaseOf(batch, now);
  const upcoming = phase === 'upcoming';
  const count = board?.counts[sectionId];
  const own = placeIn(
    useStore(mine.store, one => one.data?.places),
    sectionId,
  );
  useEligibility(single ? undefined : batch, entry, now);
  const card = section ? sectionCardOf(section) : homeCard();
  useShare(card);
  return (
    <Page
      title={kindWords(section ?? {}).thing}
      testId="section"
      dock={
        !single && batch && section && <Dock batch={batch} section={section} count={count} entry={entry} now={now} />
      }
    >
      <Shown asked={asked} now={now} again={() => void question.ask()}>
        {data =>
          section ? (
            <>
              <Head batch={data.batch} section={section} />
              <Seats section={section} count={count} hidden={phase !== 'open'} own={own} />
              {!single && <WhenRoom batch={data.batch} section={section} count={count} entry={entry} now={now} />}
              <Facts section={section} now={now} />
              {single && (
                <View className="stack-3">
                  <EnterHint act="就能候场和报名" />
                </View>
              )}
              {upcoming && !single && (
                <WaitingRoomChecks entry={entry} stale={board?.stale ?? false} on={{ batchId, sectionId }} />
              )}
              {!isSaidInFull(section) && <Lessons section={section} now={now} />}
              <Contact of={data.batch} />
              <LoopLine batch={data.batch} sectionId={sectionId} now={now} />
              <ShareButton card={card} />
            </>
          ) : asked.asking ? (
            <Loading />
          ) : (
            <Empty
              title="没有找到这个班"
              text="可能已经取消"
              action={single ? undefined : { label: '回首页看看', onTap: go.home }}
            />
          )
        }
      </Shown>
    </Page>
  );
}

interface DockProps {
  batch: BatchCard;
  section: SectionCard;
  count: SectionCount | undefined;
  entry: Entry | undefined;
  now: number;
}

/** Offered only where the button says that everything is full, and while there is a lesson left to come to. */
function WhenRoom({ batch, section, count, entry, now }: DockProps) {
  const isFull = useSectionButton(now, batch, section, count, entry).kind === 'full';
  if (!isFull || isFinished(section, now)) return null;
  return (
    <View className="section-room">
      <FollowClass sectionId={section.sectionId} batchId={batch.batchId} title={sectionTitle(section)} />
    </View>
  );
}

function Dock({ batch, section, count, entry, now }: DockProps) {
  const state = useSectionButton(now, batch, section, count, entry);
  return <ClaimDock state={state} batch={batch} section={section} now={now} />;
}

function Head({ batch, section }: { batch: BatchCard; section: SectionCard }) {
  return (
    <View className="section-head">
      <Motif category={section.category} size={84} className="section-head__motif" />
      <View className="grow">
        <Heading level={1}>
          <CourseAndName course={section.course} name={section.name} />
        </Heading>
        <View className="t2">
          <Text className="nowrap">{batch.title}，</Text>
          <Text className="nowrap">{section.capacity} 个名额</Text>
        </View>
      </View>
    </View>
  );
}

interface SeatsProps {
  section: SectionCard;
  count: SectionCount | undefined;
  hidden: boolean;
  own: Place | undefined;
}

function Seats({ section, count, hidden, own }: SeatsProps) {
  if (own)
    return (
      <View className="card pad section-seats b num" data-testid="section-mine">
        {wordsOf(own).card(own.number)}
      </View>
    );
  if (hidden || !count) return null;
  const few = isFew(count.seatsLeft, section.capacity);
  return (
    <View className="card pad section-seats" data-testid="section-seats">
      {section.cancelledAt !== null ? (
        <View className="t2">{kindWords(section).it}已经取消，报了名的人都已退出，不占报名数。</View>
      ) : count.seatsLeft > 0 ? (
        <View className="split">
          <Meter left={count.seatsLeft} of={section.capacity} />
          <View className={`num section-seats__left ${few ? 'section-seats__left--few' : ''}`}>
            <Text className="t3">剩 </Text>
            <Text className="h2">{count.seatsLeft}</Text>
            <Text className="t3"> / {section.capacity}</Text>
          </View>
        </View>
      ) : (
        <View className="t2 num">
          {count.waitingLeft > 0
            ? `名额已满，${count.waiting} 人候补，还能再排 ${count.waitingLeft} 人`
            : fullWords(section)}
        </View>
      )}
    </View>
  );
}

function Facts({ section, now }: { section: SectionCard; now: number }) {
  const first = heldLessons(section.lessons)[0];
  return (
    <View className="card pad">
      <Fact name="时间">
        <View className="num">{timesOf(section)}</View>
        {first && (
          <View className="sm t3 num">
            {!isLecture(section) && (
              <>
                <Text className="nowrap">{dateText(first.startsAt, now)}起</Text>，
              </>
            )}
            <Text className="nowrap">{progressWords(section, now)}</Text>
          </View>
        )}
      </Fact>
      <Fact name="地点">{isSinglePage() ? section.place : <CopyPlace place={section.place} />}</Fact>
      <Fact name={kindWords(section).teacher}>{section.instructor}</Fact>
      {takesAnybody(section) && <Fact name="入场">不报名也能来，坐满为止</Fact>}
      {section.organisation && <Fact name="承办">{section.organisation}</Fact>}
      {section.audienceText && <Fact name="对象">{section.audienceText}</Fact>}
      {section.invited && <Fact name="只面向">{invitedText(section.invited)}</Fact>}
      {section.bring && <Fact name="自带">{section.bring}</Fact>}
      {section.note && <Fact name="备注">{section.note}</Fact>}
      {now < lessonsEndAt(section.lessons) && (
        <Fact name={kindWords(section).out}>
          <View className="num">{dropWords(section, now)}</View>
        </Fact>
      )}
    </View>
  );
}

/**
 * The last moment to give a seat back, and the lesson that sets it. In a class that runs already, that is not the
 * first lesson.
 */
function dropWords(section: SectionCard, now: number): string {
  if (now >= section.dropUntil) return `${kindWords(section).out}已经截止${kindWords(section).tooLate}`;
  const index = section.lessons.findIndex(one => !one.cancelled && one.startsAt >= section.dropUntil);
  const hours = Math.round(((section.lessons[index]?.startsAt ?? section.dropUntil) - section.dropUntil) / HOUR);
  const by =
    index < 0
      ? ''
      : `，按${kindWords(section).lesson(index)}${hours > 0 ? `前 ${hours} 小时` : kindWords(section).begins}算`;
  return `${untilText(section.dropUntil, now)} 前可以退${by}`;
}

const FEW_LESSONS = 4;

/**
 * 共 10 次课. For a class that runs already, it also says how many lessons are over, so that people know before they
 * take a seat.
 */
function progressWords(section: SectionCard, now: number): string {
  const { lessons } = section;
  const held = lessons.filter(one => !one.cancelled);
  const over = held.filter(one => one.endsAt <= now).length;
  if (over === 0) return kindWords(section).count(lessons.length);
  if (isLecture(section)) return '已经讲完';
  return over === held.length ? `${over} 次课都上完了` : `已上 ${over} 次，还有 ${held.length - over} 次`;
}

/** A lecture as it was planned. A list of its one lesson would say nothing more than its time. */
const isSaidInFull = (section: SectionCard): boolean =>
  isLecture(section) && section.lessons.every(({ topic, cancelled }) => !topic && !cancelled);

/** 共 10 次，其中 1 次停课 */
function lessonCount({ lessons }: SectionCard): string {
  const off = lessons.filter(lesson => lesson.cancelled).length;
  return `共 ${lessons.length} 次${off > 0 ? `，其中 ${off} 次停课` : ''}`;
}

function Lessons({ section, now }: { section: SectionCard; now: number }) {
  const [all, setAll] = useState(false);
  const shown = all ? section.lessons : section.lessons.slice(0, FEW_LESSONS);
  return (
    <>
      <GroupHead aside={lessonCount(section)}>课表</GroupHead>
      <View className="card section-lessons">
        {shown.map((lesson, i) => (
          <View key={i} className={`section-lesson num ${lesson.endsAt < now || lesson.cancelled ? 't3' : ''}`}>
            <Text className="section-lesson__number t3">{i + 1}</Text>
            <View className="grow">
              <View>{dateText(lesson.startsAt, now)}</View>
              {lesson.topic && <View className="sm t2">{lesson.topic}</View>}
            </View>
            <Text className="t2">
              {lesson.cancelled
                ? `停课${lesson.reason ? `：${lesson.reason}` : ''}`
                : `${lessonHours(lesson)}${lesson.by ? `，${lesson.by}代课` : ''}${lesson.endsAt <= now ? '，上完了' : ''}`}
            </Text>
          </View>
        ))}
        {section.lessons.length > FEW_LESSONS && (
          <Button kind="plain" onTap={() => setAll(!all)}>
            {all ? '收起' : `看全部，到 ${dayText(lessonsEndAt(section.lessons), now)}`}
          </Button>
        )}
      </View>
    </>
  );
}
