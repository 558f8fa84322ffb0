import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { MyPlace } from '../../../domain/api';
import { SECOND, secondText } from '../../../domain/base/clock';
import { call } from '../../app/call/call';
import { go } from '../../app/way/go';
import { DropSheet } from '../../features/line/drop-sheet';
import { TellMe } from '../../features/telling/tell-me';
import { told } from '../../ui/a11y';
import { Icon, type IconName } from '../../ui/icon';
import { Button } from '../../ui/button';
import { Heading, GroupHead } from '../../ui/heading';
import { Notice } from '../../ui/notice';
import { Page } from '../../app/page/page';
import { mine as places } from '../../app/known/places';
import { keepLooking } from '../../app/call/polling';
import { timesOf, sectionTitle } from '../../app/words';
import { LineDrawing } from './line-drawing';

const LOOK_EVERY_MS = 15 * SECOND;

/** Asks where I stand while the page is visible, because the line moves when somebody leaves. */
function useMovingPlace(sectionId: string, shown: boolean): void {
  useEffect(() => {
    if (!shown) return undefined;
    return keepLooking(async () => {
      const answer = await call('line.place', { sectionId });
      if (!answer.ok) return undefined;
      const { place } = answer.data;
      places.put(known => {
        if (!known) return known;
        const others = known.places.filter(one => one.place.sectionId !== sectionId);
        const own = known.places.find(one => one.place.sectionId === sectionId);
        return { ...known, places: place && own ? [...others, { ...own, place }] : others };
      });
      return LOOK_EVERY_MS;
    });
  }, [sectionId, shown]);
}

const NEXT: { icon: IconName; title: string; text: string }[] = [
  { icon: 'pass', title: '有人退出，队伍就往前走', text: '只看排队先后，谁也插不了队' },
  { icon: 'seat', title: '轮到您，座位直接归您', text: '不用抢也不用确认，“我的课”里会告诉您' },
  { icon: 'clock', title: '不想等了，随时退出', text: '候补也占 1 个报名数，退出就空出来' },
];

/** 候补第 N 位: the line as it is, and what happens next. */
export function Waiting({ mine, now, shown }: { mine: MyPlace; now: number; shown: boolean }) {
  const [dropping, setDropping] = useState(false);
  const { place, section } = mine;
  useMovingPlace(place.sectionId, shown);
  const ahead = place.number - 1;
  const dock = (
    <>
      <Button kind="go" onTap={go.mine} testId="to-mine">
        看我的课
      </Button>
      <Button kind="plain" onTap={() => setDropping(true)} testId="drop">
        退出候补
      </Button>
    </>
  );
  return (
    <Page
      title="报名结果"
      testId="answer-waiting"
      dock={dock}
      over={dropping && <DropSheet mine={mine} now={now} onClose={() => setDropping(false)} onDropped={go.mine} />}
    >
      <View className="answer__head" {...told({ live: 'assertive' })}>
        <Heading level={1} className="answer__huge num" testId="wait-number">
          候补第 {place.number} 位
        </Heading>
        <View className="t2">
          {sectionTitle(section)}，{timesOf(section)}
        </View>
      </View>
      <View className="card pad">
        <LineDrawing ahead={ahead} behind={place.behind} />
        <View className="sm t3 stack-3">
          {ahead ? `前面还有 ${ahead} 位` : '前面没有人，下一个就是您'}，后面 {place.behind} 位。
        </View>
      </View>
      <GroupHead>接下来</GroupHead>
      {NEXT.map(({ icon, title, text }) => (
        <View key={title} className="what-next">
          <View className="what-next__icon">
            <Icon name={icon} ink="waiting" />
          </View>
          <View className="grow">
            <View className="b">{title}</View>
            <View className="sm t3">{text}</View>
          </View>
        </View>
      ))}
      <TellMe kinds={['promoted']} when="轮到您时" />
      <Notice className="stack-3" kind="quiet">
        <Text className="num">您 {secondText(place.at)} 排上，位置按这个先后算。</Text>
      </Notice>
    </Page>
  );
}
