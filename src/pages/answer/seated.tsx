import { kindWords } from '../../../domain/batch/kind-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MyPlace } from '../../../domain/api';
import { heldLessons } from '../../../domain/lesson/held-lessons';
import { dateText, dayText, secondText, timeText } from '../../../domain/base/clock';
import { go } from '../../app/way/go';
import { DropSheet } from '../../features/line/drop-sheet';
import { TellMe } from '../../features/telling/tell-me';
import { CourseAndName } from '../../ui/section-name';
import { told } from '../../ui/a11y';
import { Wall } from '../../ui/motif';
import { Button } from '../../ui/button';
import { Heading } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Seal } from '../../ui/seal';
import { Perforation } from '../../ui/perforation';
import { Fact } from '../../ui/fact';
import { Page } from '../../app/page/page';
import { seatCardOf } from '../../features/link/cards';
import { ShareButton } from '../../features/link/share-button';
import { sectionTitle, untilText } from '../../app/words';

interface SeatedProps {
  mine: MyPlace;
  now: number;
  /** The seat was given just now, on this phone. */
  fresh: boolean;
  /** How many waits the seat has replaced. */
  cleared: number;
}

/** 报上了: the seal, and the ticket with my window lit. */
export function Seated({ mine, now, fresh, cleared }: SeatedProps) {
  const [dropping, setDropping] = useState(false);
  const { place, section, batch } = mine;
  const words = kindWords(section);
  const lessons = heldLessons(section.lessons);
  const next = lessons.find(one => one.endsAt > now) ?? lessons[0];
  const dock = (
    <>
      <Button kind="go" onTap={go.mine} testId="to-mine">
        看我的课
      </Button>
      <Button kind="plain" onTap={() => setDropping(true)} testId="drop">
        {words.out}
      </Button>
    </>
  );
  return (
    <Page
      title="报名结果"
      testId="answer-seated"
      dock={dock}
      over={dropping && <DropSheet mine={mine} now={now} onClose={() => setDropping(false)} onDropped={go.mine} />}
    >
      <View className="answer__head split" {...told({ live: 'assertive' })}>
        <View className="grow">
          <Heading level={1} className="answer__big">
            {fresh ? '报上了' : '已入座'}
          </Heading>
          <View className="t2">{next ? `座位留好了，${dayText(next.startsAt, now)}见` : '座位留好了'}</View>
        </View>
        <Seal solid />
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
          {next && (
            <Fact name={next === lessons[0] ? words.first : '下一课'}>
              <View className="b num">
                {dateText(next.startsAt, now)} {timeText(next.startsAt)}
              </View>
            </Fact>
          )}
          <Fact name="地点">{section.place}</Fact>
          <Fact name={words.teacher}>{section.instructor}</Fact>
          {section.note && <Fact name="备注">{section.note}</Fact>}
        </View>
      </View>
      {cleared > 0 && (
        <Notice className="stack-3" kind="wait">
          撞时间的 {cleared} 个候补已替您退出，位置让给了后面的工友。
        </Notice>
      )}
      <TellMe kinds={['changed', 'tomorrow']} when={`${words.begins}前一天和有变动时`} />
      <Notice className="stack-3" kind="quiet">
        {now < section.dropUntil
          ? `来不了请在 ${untilText(section.dropUntil, now)} 前退掉，座位会给候补的工友。`
          : `退座位已经截止${words.tooLate}。`}
      </Notice>
      <View className="stack-3">
        <ShareButton card={seatCardOf(section)} />
      </View>
      <View className="t3 sm stack-3 num" data-testid="seat-number">
        {secondText(place.at)} 报上，第 {place.number} 位入座 · {sectionTitle(section)}
      </View>
    </Page>
  );
}
