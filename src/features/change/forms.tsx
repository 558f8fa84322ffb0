import { View } from '@tarojs/components';
import { useState } from 'react';
import { heldLessons } from '../../../domain/lesson/held-lessons';
import { isLecture, takesAnybody } from '../../../domain/lesson/lecture';
import { kindWords } from '../../../domain/batch/kind-words';
import { LENGTH, RANGE } from '../../../domain/bounds';
import type { SectionCard } from '../../../domain/api';
import { dateText, DAY, timeText } from '../../../domain/base/clock';
import { written } from '../../../domain/base/written';
import { Field } from '../../ui/field';
import { lessonHours } from '../../app/words';
import { MomentField } from '../../ui/moment-field';
import { PickOne } from '../../ui/pick';
import { Switch } from '../../ui/switch';
import { betweenText, wholeOf } from '../../app/typed/whole';
import { ChangeSheet } from './change-sheet';

interface FormProps {
  section: SectionCard;
  /** Of the lessons that are still to come. */
  now: number;
  onClose: (done: boolean) => void;
}

/** What can be changed of a section, in the order in which staff ask for it. */
const SECTION_CHANGES = [
  { kind: 'capacity', word: '改名额', text: '增加的名额先给候补的人' },
  { kind: 'waitlist', word: '改候补名额', text: '最多多少人可以排队等' },
  { kind: 'moveLesson', word: '改一节课的时间', text: '报了名的人会收到通知' },
  { kind: 'addLesson', word: '加一次课', text: '停过课的，在这里补' },
  { kind: 'place', word: '改地点', text: '换教室、换楼层' },
  { kind: 'instructor', word: '换老师', text: '名字要和邀请讲师时一致' },
  { kind: 'bring', word: '改自带的东西', text: '前一晚的提醒里也会写' },
  { kind: 'openDoor', word: '改谁能来', text: '不报名也能来，或者报了名的先来' },
  { kind: 'topic', word: '改一次课的主题', text: '写在课表里，不发通知' },
  { kind: 'substitute', word: '请人代一次课', text: '只给他那一次的点名和签到码' },
  { kind: 'cancelLesson', word: '取消一节课', text: '停一次，可以接着定补课的时间' },
  { kind: 'cancelSection', word: '取消整个班', text: '所有人退出，不占他们的报名数' },
] as const;
export type SectionChange = (typeof SECTION_CHANGES)[number]['kind'];

/** The same of a lecture, as far as its words differ. */
const OF_A_LECTURE: Partial<Record<SectionChange, { word: string; text?: string }>> = {
  moveLesson: { word: '改时间' },
  addLesson: { word: '补一场', text: '取消过的，在这里补' },
  place: { word: '改地点', text: '换会场、换楼层' },
  instructor: { word: '换主讲' },
  topic: { word: '改主题', text: '写在讲座介绍里，不发通知' },
  cancelLesson: { word: '取消这一场', text: '取消以后，可以接着定补的时间' },
  cancelSection: { word: '取消整场讲座' },
};

/**
 * A lecture has one lesson. Another speaker gives all of it, so there is no substitute; another lesson replaces one that
 * was called off. A class knows no 不报名也能来.
 */
const isOffered = (section: SectionCard, kind: SectionChange): boolean => {
  if (!isLecture(section)) return kind !== 'openDoor';
  const isHeld = heldLessons(section.lessons).length > 0;
  if (kind === 'addLesson') return !isHeld;
  if (kind === 'moveLesson' || kind === 'cancelLesson') return isHeld;
  return kind === 'waitlist' ? !takesAnybody(section) : kind !== 'substitute';
};

const inItsWords = (section: SectionCard) =>
  SECTION_CHANGES.map(one => ({ ...one, ...(isLecture(section) ? OF_A_LECTURE[one.kind] : {}) }));

/** What can be changed of this class, in its words. */
export const changesOf = (section: SectionCard) => inItsWords(section).filter(({ kind }) => isOffered(section, kind));

const wordOf = (section: SectionCard, kind: SectionChange): string =>
  inItsWords(section).find(one => one.kind === kind)?.word ?? '';

/** The form of one kind of change. */
export function ChangeForm({ kind, ...props }: FormProps & { kind: SectionChange }) {
  switch (kind) {
    case 'capacity':
    case 'waitlist':
      return <NumberForm kind={kind} {...props} />;
    case 'place':
    case 'instructor':
      return <WordsForm kind={kind} {...props} />;
    case 'bring':
      return <BringForm {...props} />;
    case 'openDoor':
      return <DoorForm {...props} />;
    case 'topic':
      return <TopicForm {...props} />;
    case 'moveLesson':
      return <MoveForm {...props} />;
    case 'addLesson':
      return <AddLessonForm {...props} />;
    case 'substitute':
      return <SubstituteForm {...props} />;
    case 'cancelLesson':
      return <CancelLessonForm {...props} />;
    case 'cancelSection':
      return (
        <ChangeSheet
          title={wordOf(props.section, kind)}
          text="入座和候补的人都会退出并收到通知，不算他们缺课，也不占报名数。取消后不能恢复。"
          change={() => ({ kind: 'cancelSection', sectionId: props.section.sectionId })}
          needsReason
          onClose={props.onClose}
        />
      );
  }
}

function NumberForm({ kind, section, onClose }: FormProps & { kind: 'capacity' | 'waitlist' }) {
  const { sectionId } = section;
  const before = kind === 'capacity' ? section.capacity : section.waitlistLimit;
  const [text, setText] = useState(String(before));
  const name = kind === 'capacity' ? '名额' : '候补名额';
  return (
    <ChangeSheet
      title={`改${name}`}
      text={`现在是 ${before} 个。`}
      change={() => {
        const range = RANGE[kind === 'capacity' ? 'capacity' : 'waitlistLimit'];
        const value = wholeOf(text, ...range);
        if (value === undefined) return betweenText(...range);
        return kind === 'capacity' ? { kind, sectionId, capacity: value } : { kind, sectionId, waitlistLimit: value };
      }}
      onClose={onClose}
    >
      <Field name={`改成`} value={text} onInput={setText} digits testId="change-number" />
    </ChangeSheet>
  );
}

function WordsForm({ kind, section, onClose }: FormProps & { kind: 'place' | 'instructor' }) {
  const { sectionId } = section;
  const [text, setText] = useState(section[kind]);
  const [room, setRoom] = useState(section.roomCapacity ? String(section.roomCapacity) : '');
  const { it, teacher } = kindWords(section);
  return (
    <ChangeSheet
      title={wordOf(section, kind)}
      change={() => {
        const words = written(text);
        if (!words) return kind === 'place' ? '请写地点' : `请写${teacher}的姓名`;
        if (kind === 'instructor') return { kind, sectionId, instructor: words };
        const roomCapacity = room.trim() === '' ? 0 : wholeOf(room, ...RANGE.roomCapacity);
        if (roomCapacity === undefined) return `场地容量${betweenText(...RANGE.roomCapacity)}`;
        return { kind, sectionId, place: words, roomCapacity };
      }}
      onClose={onClose}
    >
      <Field
        name={kind === 'place' ? '地点' : teacher}
        value={text}
        onInput={setText}
        maxLength={kind === 'place' ? LENGTH.place : LENGTH.personName}
        hint={kind === 'place' ? '写到房间，学员好找' : '和邀请讲师时的名字一致，他才看得到'}
        testId="change-words"
      />
      {kind === 'place' && (
        <Field
          name="场地容量（选填）"
          value={room}
          onInput={setRoom}
          digits
          hint={`坐得下多少人；换了地方请改成新地方的，不知道就空着。${it}有 ${section.capacity} 个名额`}
          testId="change-room"
        />
      )}
    </ChangeSheet>
  );
}

function BringForm({ section, onClose }: FormProps) {
  const [text, setText] = useState(section.bring ?? '');
  return (
    <ChangeSheet
      title="改自带的东西"
      text="有座位的人会在“通知”里看到，手机不响；前一晚的提醒里也会写。"
      change={() => ({ kind: 'bring', sectionId: section.sectionId, bring: written(text) })}
      onClose={onClose}
    >
      <Field
        name="自带"
        value={text}
        onInput={setText}
        maxLength={LENGTH.bring}
        example="例如 谱夹、水杯"
        hint="清空就是不用带东西"
        testId="change-words"
      />
    </ChangeSheet>
  );
}

/** Whether people who have not signed up may come to a lecture. There are only two answers, so the other one is offered. */
function DoorForm({ section, onClose }: FormProps) {
  const open = !takesAnybody(section);
  return (
    <ChangeSheet
      title={open ? '改成不报名也能来' : '改成报了名的先来'}
      text={
        open
          ? '没报名的人扫签到码就能进：开讲前坐没人报的座位，开讲后坐没到的人的座位，坐满为止。报了名的人不受影响。'
          : '没报名的人不能一开讲就进，和班的补位一样：开讲 15 分钟以后，有空座位才能进。'
      }
      change={() => ({ kind: 'openDoor', sectionId: section.sectionId, open })}
      onClose={onClose}
    />
  );
}

/** The topic of any lesson. One that is over can be corrected for the log. */
function TopicForm(props: FormProps) {
  const { section, now, onClose } = props;
  const topicOf = (at: number) => section.lessons[at]?.topic ?? '';
  const [index, choose] = useState(() => Math.max(0, firstToCome(section, now)));
  const [topic, setTopic] = useState(() => topicOf(index));
  return (
    <ChangeSheet
      title={wordOf(section, 'topic')}
      text={`写在${kindWords(section).thing}介绍里，也进培训日志。不发通知。`}
      change={() => ({ kind: 'topic', sectionId: section.sectionId, lessonIndex: index, topic: written(topic) })}
      onClose={onClose}
    >
      <Field
        name={`${kindWords(section).lesson(index)}的主题`}
        value={topic}
        onInput={setTopic}
        maxLength={LENGTH.topic}
        hint="清空就是没有主题"
        testId="change-words"
      />
      <Lessons
        {...props}
        chosen={index}
        all
        onChoose={one => {
          choose(one);
          setTopic(topicOf(one));
        }}
      />
    </ChangeSheet>
  );
}

/** Chooses one of the lessons that can still be changed. `running`: the one that has begun, too. `all`: every one. */
function Lessons({
  section,
  now,
  chosen,
  onChoose,
  running = false,
  all = false,
}: FormProps & { chosen: number; onChoose: (index: number) => void; running?: boolean; all?: boolean }) {
  return (
    <View className="stack-3">
      {section.lessons.map((lesson, index) =>
        !all && (lesson.cancelled || (running ? lesson.endsAt : lesson.startsAt) <= now) ? null : (
          <PickOne key={index} on={index === chosen} onChoose={() => onChoose(index)} testId={`lesson-${index}`}>
            <View>
              <View>
                {kindWords(section).row(index)}，{dateText(lesson.startsAt)} {lessonHours(lesson)}
              </View>
              {all && (lesson.topic || lesson.cancelled) && (
                <View className="sm t3">{[lesson.cancelled && '停课', lesson.topic].filter(Boolean).join('，')}</View>
              )}
            </View>
          </PickOne>
        ),
      )}
    </View>
  );
}

const firstToCome = (section: SectionCard, now: number) =>
  section.lessons.findIndex(lesson => !lesson.cancelled && lesson.startsAt > now);

function MoveForm(props: FormProps) {
  const { section, now, onClose } = props;
  const [index, choose] = useState(() => firstToCome(section, now));
  const lesson = section.lessons[index];
  const [startsAt, setStartsAt] = useState<number | null>(lesson?.startsAt ?? null);
  const length = lesson ? lesson.endsAt - lesson.startsAt : 0;
  return (
    <ChangeSheet
      title={wordOf(section, 'moveLesson')}
      change={() =>
        !lesson || startsAt === null
          ? '请选哪一次和新的时间'
          : {
              kind: 'moveLesson',
              sectionId: section.sectionId,
              lessonIndex: index,
              startsAt,
              endsAt: startsAt + length,
            }
      }
      onClose={onClose}
    >
      <Lessons
        {...props}
        chosen={index}
        onChoose={one => {
          choose(one);
          setStartsAt(section.lessons[one]?.startsAt ?? null);
        }}
      />
      <MomentField
        name="改到"
        value={startsAt}
        onChange={setStartsAt}
        hint={startsAt === null ? '时长不变' : `到 ${timeText(startsAt + length)}，时长不变`}
        testId="change-moment"
      />
    </ChangeSheet>
  );
}

/** A week after the last lesson, as long as that one. */
function AddLessonForm({ section, now, onClose }: FormProps) {
  const last = section.lessons.reduce((a, b) => (b.startsAt > a.startsAt ? b : a));
  const length = last.endsAt - last.startsAt;
  const [startsAt, setStartsAt] = useState<number | null>(() => {
    const weeks = Math.max(1, Math.ceil((now - last.startsAt) / (7 * DAY)));
    return last.startsAt + weeks * 7 * DAY;
  });
  return (
    <ChangeSheet
      title={wordOf(section, 'addLesson')}
      text={
        isLecture(section) ? undefined : `停过课的，在这里补。现在一共 ${heldLessons(section.lessons).length} 次课。`
      }
      change={() =>
        startsAt === null
          ? '请选时间'
          : { kind: 'addLesson', sectionId: section.sectionId, startsAt, endsAt: startsAt + length }
      }
      onClose={onClose}
    >
      <MomentField
        name="时间"
        value={startsAt}
        onChange={setStartsAt}
        hint={startsAt === null ? '时长和上一次一样' : `到 ${timeText(startsAt + length)}，时长和上一次一样`}
        testId="change-moment"
      />
    </ChangeSheet>
  );
}

/** 代课. A lesson that has begun can still be given to somebody, because it is then that an instructor is missed. */
function SubstituteForm(props: FormProps) {
  const { section, now, onClose } = props;
  const byOf = (at: number) => section.lessons[at]?.by ?? '';
  const [index, choose] = useState(() => section.lessons.findIndex(one => !one.cancelled && one.endsAt > now));
  const [by, setBy] = useState(() => byOf(index));
  return (
    <ChangeSheet
      title="请人代一次课"
      text="代课的人只看得到这一次的点名和签到码，确认考勤以后就看不到了。全班收到通知。"
      change={() => {
        if (!section.lessons[index]) return '没有可以代的课';
        if (!written(by) && !byOf(index)) return '请写代课老师的姓名';
        return { kind: 'substitute', sectionId: section.sectionId, lessonIndex: index, by: written(by) };
      }}
      onClose={onClose}
    >
      <Lessons
        {...props}
        chosen={index}
        running
        onChoose={one => {
          choose(one);
          setBy(byOf(one));
        }}
      />
      <Field
        name="代课老师"
        value={by}
        onInput={setBy}
        maxLength={LENGTH.personName}
        hint={byOf(index) ? `现在由${byOf(index)}代；清空就是${section.instructor}自己上` : '和邀请讲师时的名字一致'}
        testId="change-words"
      />
    </ChangeSheet>
  );
}

/** Calls a lesson off. Then it offers to add another one for it. */
function CancelLessonForm(props: FormProps) {
  const { section, now, onClose } = props;
  const [index, choose] = useState(() => firstToCome(section, now));
  const [makingUp, makeUp] = useState(false);
  const [cancelled, setCancelled] = useState(false);
  if (cancelled) return <AddLessonForm {...props} onClose={() => onClose(true)} />;
  return (
    <ChangeSheet
      title={wordOf(section, 'cancelLesson')}
      change={() =>
        section.lessons[index]
          ? { kind: 'cancelLesson', sectionId: section.sectionId, lessonIndex: index }
          : '没有可以取消的'
      }
      needsReason="shown"
      onClose={done => (done && makingUp ? setCancelled(true) : onClose(done))}
    >
      <Lessons {...props} chosen={index} onChoose={choose} />
      <Switch
        name={isLecture(section) ? '接着定补的时间' : '接着定补课的时间'}
        text="停好以后，在下一步选哪一天补"
        on={makingUp}
        onChange={makeUp}
        testId="make-up"
      />
    </ChangeSheet>
  );
}
