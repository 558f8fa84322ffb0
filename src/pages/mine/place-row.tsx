import { View } from '@tarojs/components';
import { isLecture } from '../../../domain/lesson/lecture';
import type { MyAttendance, MyPlace } from '../../../domain/api';
import { dateText, timeText } from '../../../domain/base/clock';
import { isSeated } from '../../../domain/line/place';
import { kindWords } from '../../../domain/batch/kind-words';
import { wordsOf } from '../../../domain/line/place-words';
import { go } from '../../app/way/go';
import { Motif } from '../../ui/motif';
import { Tap } from '../../ui/tap';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Chip } from '../../ui/chip';
import { SectionName } from '../../ui/section-name';
import { sectionTitle, shortTimes } from '../../app/words';
import type { Clash } from './clashes';
import { MarkStrip } from '../../features/lesson/lesson-marks';
import { lessonStates } from '../../features/lesson/lesson-state';

interface RowProps {
  mine: MyPlace;
  attendance: MyAttendance | undefined;
  now: number;
  first: boolean;
  clash: Clash | undefined;
  over: boolean;
  onDrop: () => void;
}

/** One section where I stand, with my place, how its lessons went, and the way out of it. */
export function PlaceRow({ mine, attendance, now, first, clash, over, onDrop }: RowProps) {
  const { place, section, batch } = mine;
  const seated = isSeated(place);
  const words = wordsOf(place, section);
  const all = kindWords(section).every(section.lessons.length);
  // For a class that is over, this says how its lessons went.
  const open = () => (seated || over ? go.myClass(section.sectionId) : go.answer(batch.batchId, section.sectionId));
  return (
    <Tap plain className="row place-row" onTap={open} testId="place-row">
      {!first && <View className="row__rule" />}
      <Motif category={section.category} size={44} className="row__motif" />
      <View className="grow">
        <View className="place-row__top">
          <Tap inner role="link" onTap={open}>
            <SectionName course={section.course} name={section.name} />
          </Tap>
          {over ? (
            <Chip kind="full">{isLecture(section) ? '已讲完' : '已结课'}</Chip>
          ) : (
            <Chip kind={words.look}>{words.chip(place.number)}</Chip>
          )}
        </View>
        <View className="t2 num">{shortTimes(section)}</View>
        <View className="sm t3">{section.place}</View>
        {clash && (
          <View className="place-row__clash" data-testid="clash">
            <Notice kind="soon">
              {dateText(clash.lesson.startsAt)} {timeText(clash.lesson.startsAt)} 和{sectionTitle(clash.other)}
              撞时间了，{isLecture(section) ? '来不了请退掉。' : '来不了的那次请先请假，或退掉一个班。'}
            </Notice>
          </View>
        )}
        {seated && !isLecture(section) && <Lessons mine={mine} attendance={attendance} now={now} />}
        <View className="place-row__acts">
          {seated && (
            <Button
              kind="link"
              size="small"
              inner
              label={`${all}，${sectionTitle(section)}`}
              onTap={open}
              testId="all-lessons"
            >
              {all}
            </Button>
          )}
          {!over && (
            <Button
              kind="link"
              size="small"
              inner
              label={`${words.out}，${sectionTitle(section)}`}
              onTap={onDrop}
              testId="drop"
            >
              {words.out}
            </Button>
          )}
        </View>
      </View>
    </Tap>
  );
}

/** Shown only once something has happened. A strip with nothing but lessons to come would say nothing. */
function Lessons({ mine: { section, place }, attendance, now }: Pick<RowProps, 'mine' | 'attendance' | 'now'>) {
  const states = lessonStates(section, attendance, now, place.at);
  return states.some(state => !['coming', 'cancelled', 'unknown', 'before'].includes(state)) ? (
    <MarkStrip states={states} />
  ) : null;
}
