import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { kindWords } from '../../../domain/batch/kind-words';
import { isLecture } from '../../../domain/lesson/lecture';
import type { BatchCard, MyPlace } from '../../../domain/api';
import { dateText, MINUTE } from '../../../domain/base/clock';
import { lastOf } from '../../../domain/base/last-of';
import { phaseOf } from '../../../domain/batch/phase';
import { heldLessons } from '../../../domain/lesson/held-lessons';
import { isSeated } from '../../../domain/line/place';
import { wordsOf } from '../../../domain/line/place-words';
import { go } from '../../app/way/go';
import { CourseAndName } from '../../ui/section-name';
import { Wall } from '../../ui/motif';
import { Page } from '../../app/page/page';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { Perforation } from '../../ui/perforation';
import { Fact } from '../../ui/fact';
import { attendance } from '../../app/known/attendance';
import { batches, batchOf } from '../../app/known/catalog';
import { useAsked } from '../../app/memory/use-asked';
import { lessonStates } from './lesson-state';

/** A live batch that teaches this course again. Only the first one with courses of the same kind is asked. */
function useAgain({ section, batch }: MyPlace, now: number): BatchCard | undefined {
  const asked = useAsked(batches, { freshForMs: 10 * MINUTE });
  const maybe = asked.data?.batches.find(
    one => one.batchId !== batch.batchId && phaseOf(one, now) !== 'closed' && one.categories.includes(section.category),
  );
  const question = maybe && batchOf(maybe.batchId);
  useEffect(() => {
    if (question && question.store.getState().data === undefined) void question.ask();
  }, [question]);
  const sections = useStore((question ?? batchOf(batch.batchId)).store, one => one.data?.sections);
  return maybe && sections?.some(one => one.course === section.course && one.cancelledAt === null) ? maybe : undefined;
}

/** `came` is undefined while nobody knows how often I was there. */
const attendedWords = (came: number | undefined, held: number): string =>
  came === undefined ? `${held} 次课都上完了` : `到 ${came} 次 / ${held} 次`;
const heardWords = (came: number | undefined): string =>
  came === undefined ? '讲座已经结束' : came > 0 ? '您来听过' : '没有您的签到';

/** For a class that is finished: how often I was there, and whether the course is taught again. */
export function Over({ mine, now }: { mine: MyPlace; now: number }) {
  const { place, section, batch } = mine;
  const known = useAsked(attendance, { freshForMs: MINUTE });
  const again = useAgain(mine, now);
  const states = lessonStates(section, known.data, now, place.at);
  const held = states.filter(state => state !== 'cancelled' && state !== 'before').length;
  const came = known.data && states.filter(state => state === 'present' || state === 'late').length;
  const lessons = heldLessons(section.lessons);
  const first = lessons[0];
  const last = lastOf(lessons);
  const words = wordsOf(place, section);
  const lecture = isLecture(section);
  const dock = (
    <>
      {again && (
        <Button kind="go" onTap={() => go.batch(again.batchId)} testId="again">
          再报一次{section.course}
        </Button>
      )}
      <Button kind={again ? 'plain' : 'ink'} onTap={go.mine} testId="to-mine">
        看我的课
      </Button>
    </>
  );
  return (
    <Page title={words.mine} testId="answer-over" dock={dock}>
      <View className="answer__head">
        <Heading level={1} className="answer__big">
          {words.over}
        </Heading>
        <View className="t2 num" data-testid="attended">
          {words.ended ?? (lecture ? heardWords(came) : attendedWords(came, held))}
        </View>
      </View>
      <View className="ticket">
        <View className="ticket__wall">
          <Wall categories={batch.categories} lit={section.category} />
        </View>
        <View className="ticket__part">
          <Heading level={2}>
            <CourseAndName course={section.course} name={section.name} />
          </Heading>
          <View className="sm t3">
            {batch.title} · {batch.union}
          </View>
        </View>
        <Perforation />
        <View className="ticket__part ticket__part--last">
          {first && last && (
            <Fact name="时间">
              <View className="num">
                <Text className="nowrap">{dateText(first.startsAt, now)}</Text>
                {last !== first && (
                  <>
                    {' '}
                    至 <Text className="nowrap">{dateText(last.startsAt, now)}</Text>
                  </>
                )}
              </View>
            </Fact>
          )}
          <Fact name="地点">{section.place}</Fact>
          <Fact name={kindWords(section).teacher}>{section.instructor}</Fact>
        </View>
      </View>
      {isSeated(place) && (
        <Button
          kind="plain"
          className="stack-3"
          role="link"
          onTap={() => go.myClass(section.sectionId)}
          testId="over-lessons"
        >
          {lecture ? '看签到' : '看每一次课'}
        </Button>
      )}
    </Page>
  );
}
