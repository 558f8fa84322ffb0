import { Text, View } from '@tarojs/components';
import { useMemo } from 'react';
import type { BatchCard, ReleaseNumbers } from '../../../../domain/api';
import { MINUTE, SECOND, secondText } from '../../../../domain/base/clock';
import { phaseOf } from '../../../../domain/batch/phase';
import { sectionTitle, spanText } from '../../../app/words';
import { useAsked } from '../../../app/memory/use-asked';
import { batchState } from '../../../features/batch/batch-words';
import type { LiveSection } from '../../../features/line/live-sums';
import { Cast } from '../../../ui/cast';
import { Coping } from '../../../ui/coping';
import { Countdown, countdownParts } from '../../../ui/countdown';
import { px } from '../../../ui/icon';
import { useWindowSize, type WindowSize } from '../../../ui/use-window-size';
import './on-the-wall.scss';
import { releaseNumbers } from './release-numbers';
import { tookOf, tookText, WallClass } from './wall-class';
import { pageOf, placeOf, planOf, stretched, widthOf, type WallPlan } from './wall-layout';

interface WallProps {
  batch: BatchCard;
  sections: LiveSection[];
  followers?: number | undefined;
  now: number;
  onClose: () => void;
}

/** The clock and the word for the state, in letters of the title. */
const BESIDE_TITLE = 9.5;

/** How long a page of classes is shown, if there are several. */
const PAGE_MS = 8 * SECOND;

/**
 * 报名现场 for a hall: the countdown, then how the seats go, and the numbers once all is counted. It fills the screen
 * with any number of classes. There is nothing to press, and nobody's name.
 */
export function OnTheWall({ batch, sections, followers, now, onClose }: WallProps) {
  const size = useWindowSize();
  const numbers = useAsked(releaseNumbers(batch.batchId), { when: false }).data;
  const taught = useMemo(() => sections.filter(one => one.cancelledAt === null), [sections]);
  const upcoming = phaseOf(batch, now) === 'upcoming';
  const counted = !upcoming && numbers && !numbers.pending && numbers.tries > 0 ? numbers : undefined;
  const frame = frameOf(size, upcoming ? 'countdown' : counted ? 'counted' : 'live', taught.length);
  const { width, height } = frame.room;
  const plan = useMemo(
    () => taught.length > 0 && planOf(taught.map(sectionTitle), { width, height }, Math.min(size.width, size.height)),
    [taught, width, height, size.width, size.height],
  );
  const page = plan ? Math.floor(now / PAGE_MS) % plan.pages : 0;
  const side = { paddingLeft: px(frame.side), paddingRight: px(frame.side) };
  return (
    <Cast label="报名现场投屏" className="onwall" onClose={onClose}>
      <Coping height={frame.coping} />
      <View
        className="onwall__head"
        style={{ ...side, height: px(frame.head), fontSize: px(titleSize(batch.title, frame)) }}
      >
        <View className="onwall__title">{batch.title}</View>
        {!upcoming && <View className="onwall__state">{batchState(batch, now).word}</View>}
        <View className="onwall__clock num">{secondText(now)}</View>
      </View>
      <View className="onwall__figures" style={{ ...side, height: px(frame.figures) }}>
        {upcoming ? (
          <Before batch={batch} sections={taught} followers={followers} now={now} size={size} height={frame.figures} />
        ) : (
          <Figures batch={batch} sections={taught} counted={counted} now={now} size={size} />
        )}
      </View>
      {plan && <Classes plan={plan} page={page} sections={taught} batch={batch} frame={frame} upcoming={upcoming} />}
      <View className="onwall__foot" style={{ ...side, height: px(frame.foot), fontSize: px(frame.small) }}>
        <View className="onwall__small">{footText({ numbers, upcoming, plan, page })}</View>
      </View>
    </Cast>
  );
}

interface Frame {
  side: number;
  coping: number;
  head: number;
  title: number;
  figures: number;
  foot: number;
  small: number;
  room: WindowSize;
}

/** The parts of the screen from top to bottom, in pixels. The classes have what the others leave. */
function frameOf({ width, height }: WindowSize, state: 'countdown' | 'live' | 'counted', classes: number): Frame {
  const upright = width < height;
  const side = Math.max(12, width * 0.022);
  const least = Math.min(width, height);
  const coping = least * 0.034;
  const head = height * (upright ? 0.07 : 0.1);
  const share = { countdown: classes <= 12 ? 0.38 : 0.3, live: upright ? 0.2 : 0.18, counted: upright ? 0.33 : 0.3 };
  const figures = height * share[state];
  // The button that leaves the screen stands in the foot.
  const foot = Math.max(upright ? 60 : 44, height * 0.055);
  return {
    side,
    coping,
    head,
    title: Math.min(head * 0.55, width * 0.045),
    figures,
    foot,
    small: Math.max(12, least * 0.022),
    room: { width: width - 2 * side, height: height - coping - head - figures - foot },
  };
}

/** A long title is written smaller, beside the clock and the state. */
const titleSize = (title: string, { title: most, room }: Frame): number =>
  Math.min(most, (room.width * 0.94) / (widthOf(title) + BESIDE_TITLE));

interface BeforeProps {
  batch: BatchCard;
  sections: LiveSection[];
  followers: number | undefined;
  now: number;
  size: WindowSize;
  height: number;
}

function Before({ batch, sections, followers, now, size, height }: BeforeProps) {
  const upright = size.width < size.height;
  // In the last minute one number is left, and it has all the room.
  const parts = countdownParts(batch.opensAt - now).length;
  const digits = Math.min(
    height * (upright ? 0.42 : parts === 1 ? 0.74 : 0.62),
    (size.width * (upright ? 0.92 : 0.62)) / (parts * 1.75),
  );
  const words = Math.min(height * 0.1, size.width * 0.05);
  const seats = sections.reduce((sum, one) => sum + one.capacity, 0);
  return (
    <View className={upright ? 'onwall__before-it onwall__before-it--upright' : 'onwall__before-it'}>
      <View className="onwall__count" data-testid="wall-countdown">
        <View style={{ fontSize: px(words * 1.15) }}>离开放还有</View>
        <View className="onwall__digits" style={{ fontSize: px(digits) }}>
          <Countdown leftMs={batch.opensAt - now} />
        </View>
      </View>
      <View className="onwall__offer num" style={{ fontSize: px(words) }} data-testid="wall-offer">
        <Told number={sections.length} words="个班" />
        <Told number={seats} words="个名额" />
        {followers !== undefined && followers > 0 && <Told number={followers} words="人等着提醒" />}
      </View>
    </View>
  );
}

const Told = ({ number, words }: { number: number; words: string }) => (
  <View className="nowrap">
    <Text className="onwall__told">{number}</Text> {words}
  </View>
);

interface FiguresProps {
  batch: BatchCard;
  sections: LiveSection[];
  counted: ReleaseNumbers | undefined;
  now: number;
  size: WindowSize;
}

function Figures({ batch, sections, counted, now, size }: FiguresProps) {
  const { width, height } = size;
  const upright = width < height;
  const value = upright ? width * 0.1 : Math.min(height * 0.1, width * 0.06);
  const sum = (of: (one: LiveSection) => number) => sections.reduce((all, one) => all + of(one), 0);
  const took = sections.map(one => tookOf(one, batch.opensAt));
  const full = took.filter(one => one !== undefined);
  const allFull = sections.length > 0 && full.length === sections.length;
  const since = Math.min(now, batch.closesAt) - batch.opensAt;
  return (
    <>
      <View className="onwall__row num" style={{ fontSize: px(value) }} data-testid="wall-sums">
        <Big name="已入座" value={sum(one => one.seated)} of={`/ ${sum(one => one.capacity)}`} wide={!upright} />
        <Big name="候补中" value={sum(one => one.waiting)} of="人" wide={!upright} />
        <Big
          name="满员的班"
          value={sections.filter(one => one.seatsLeft === 0).length}
          of={`/ ${sections.length}`}
          wide={!upright}
        />
        {allFull ? (
          <Big name="全部报满用了" value={tookText(Math.max(...full))} wide={!upright} />
        ) : (
          <Big name="开放了" value={sinceText(since)} wide={!upright} />
        )}
      </View>
      {counted && <Counted numbers={counted} value={value * 0.62} wide={!upright} />}
    </>
  );
}

/** The numbers that are known once all instances have answered. */
function Counted({ numbers, value, wide }: { numbers: ReleaseNumbers; value: number; wide: boolean }) {
  const least = numbers.atLeast ? '至少 ' : '';
  const peak = Math.max(
    0,
    ...numbers.seconds.map(({ answers }) => Object.values(answers).reduce((all, count) => all + count, 0)),
  );
  return (
    <View className="onwall__row onwall__row--counted num" style={{ fontSize: px(value) }} data-testid="wall-counted">
      {/* An answer that an older app has stored does not have it. */}
      {numbers.placed !== undefined && (
        <Big name="来报名的" value={`${least}${numbers.placed + numbers.turnedAway}`} of="人" wide={wide} />
      )}
      <Big name="一个班也没排上" value={`${least}${numbers.turnedAway}`} of="人" wide={wide} />
      <Big name="一共点了" value={numbers.tries} of="次" wide={wide} />
      <Big name="最多一秒" value={peak} of="次" wide={wide} />
    </View>
  );
}

/** `2 分 5 秒` while seconds matter to the people who watch. */
const sinceText = (ms: number): string => (ms < MINUTE ? spanText(ms) : tookText(ms));

function Big({ name, value, of, wide }: { name: string; value: number | string; of?: string; wide: boolean }) {
  return (
    <View className={wide ? 'onwall__sum' : 'onwall__sum onwall__sum--half'}>
      <View className="onwall__word">{name}</View>
      <View className="nowrap">
        <Text className="onwall__value">{value}</Text>
        {of && <Text className="onwall__word"> {of}</Text>}
      </View>
    </View>
  );
}

interface ClassesProps {
  plan: WallPlan;
  page: number;
  sections: LiveSection[];
  batch: BatchCard;
  frame: Frame;
  upcoming: boolean;
}

function Classes({ plan, page, sections, batch, frame, upcoming }: ClassesProps) {
  const { pages, facade } = plan;
  const { from, to } = pageOf(page, pages, sections.length);
  const grid = stretched(plan.grid, to - from);
  return (
    <View
      className="onwall__classes"
      style={{ ...lengths(frame.room), marginLeft: px(frame.side) }}
      data-testid="wall-classes"
    >
      {facade && (
        <View className="onwall__facade" style={{ height: px(facade.height) }} data-testid="wall-facade">
          {sections.map((one, i) => (
            <View
              key={one.sectionId}
              className={paneClass(upcoming || one.seatsLeft > 0, i >= from && i < to)}
              style={{ ...lengths(facade.cell), ...lengths(placeOf(i, facade)) }}
            />
          ))}
        </View>
      )}
      <View className="onwall__grid" style={facade ? { marginTop: px(grid.gap) } : {}}>
        {sections.slice(from, to).map((one, i) => (
          <WallClass
            key={one.sectionId}
            one={one}
            opensAt={batch.opensAt}
            upcoming={upcoming}
            grid={grid}
            place={placeOf(i, grid)}
          />
        ))}
      </View>
    </View>
  );
}

const lengths = <Name extends string>(all: Record<Name, number>): Record<string, string> =>
  Object.fromEntries(Object.entries<number>(all).map(([name, length]) => [name, px(length)]));

const paneClass = (lit: boolean, onPage: boolean): string =>
  `onwall__pane${lit ? ' onwall__pane--lit' : ''}${onPage ? ' onwall__pane--here' : ''}`;

interface Foot {
  numbers: ReleaseNumbers | undefined;
  upcoming: boolean;
  plan: WallPlan | false;
  page: number;
}

/** How to read the screen, and what its numbers rest on. */
function footText({ numbers, upcoming, plan, page }: Foot): string {
  const pages = plan && plan.pages > 1 ? `第 ${page + 1} / ${plan.pages} 页。` : '';
  if (upcoming) return pages;
  const windows = plan && plan.facade ? '一扇窗一个班，亮着的还有名额。' : '';
  if (numbers?.pending) return `${pages}${windows}多少人来过、多少人没排上，正在汇总。`;
  const until = numbers?.countedUntil ? `点的次数截至 ${secondText(numbers.countedUntil)}。` : '';
  return `${pages}${windows}${until}报满用的时间按现在在座的人算。`;
}
