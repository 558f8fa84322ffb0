import { Text, View } from '@tarojs/components';
import { kindWords } from '../../../domain/batch/kind-words';
import type { BatchCard, SectionCard, SectionCount } from '../../../domain/api';
import { go } from '../../app/way/go';
import type { ButtonState } from './claim-button';
import { claimNow } from './claim-now';
import { fullWords } from './full-words';
import { INELIGIBLE_WORDS, mendOn } from './eligibility';
import { useSectionButton } from './use-section-button';
import type { Entry } from './waiting-room';
import { lessonsEndAt } from '../../../domain/lesson/held-lessons';
import { isLecture } from '../../../domain/lesson/lecture';
import { isSeated } from '../../../domain/line/place';
import { wordsOf } from '../../../domain/line/place-words';
import { sectionTitle, shortTimes } from '../../app/words';
import { Motif } from '../../ui/motif';
import { Tap } from '../../ui/tap';
import { useAppearance } from '../../ui/appearance/appearance';
import { Seal } from '../../ui/seal';
import { Meter, isFew } from '../../ui/meter';
import { SectionName } from '../../ui/section-name';
import { Button } from '../../ui/button';
import './section-row.scss';

interface RowProps {
  batch: BatchCard;
  section: SectionCard;
  count: SectionCount | undefined;
  entry: Entry | undefined;
  now: number;
  first: boolean;
}

/** One section: what, when, where, and how many seats. The row opens the section; its tinted action claims at once. */
export function SectionRow({ batch, section, count, entry, now, first }: RowProps) {
  const state = useSectionButton(now, batch, section, count, entry);
  const seated = state.kind === 'mine' && isSeated(state.place);
  const action = actionOf(state);
  const { large } = useAppearance();
  const open = () => go.section(batch.batchId, section.sectionId);
  const act = () =>
    state.kind === 'profile'
      ? mendOn(state.why.code, { batchId: batch.batchId, sectionId: section.sectionId })
      : void claimNow(batch, section);
  return (
    <Tap
      plain
      className={`row section-row ${state.kind === 'mine' ? 'row--mine' : ''} ${state.kind === 'full' || state.kind === 'cancelled' ? 'row--gone' : ''}`}
      onTap={open}
      testId="section-row"
    >
      {!first && <View className="row__rule" />}
      <Motif category={section.category} size={large ? 44 : 52} className="row__motif" />
      <View className="grow">
        <View className="section-row__top">
          <Tap
            inner
            className="grow"
            label={`${sectionTitle(section)}，${shortTimes(section)}，${countWords(state, section, count, now)}`}
            onTap={open}
          >
            <SectionName course={section.course} name={section.name} />
            <View className="t2 num">
              {isLecture(section) && '讲座，'}
              {unbroken(shortTimes(section))}
            </View>
          </Tap>
          {seated && <Seal />}
          {state.kind === 'ineligible' && (
            <View className="mini mini--not" data-testid="row-not">
              {INELIGIBLE_WORDS[state.why.code].short}
            </View>
          )}
          {action && (
            <Button
              inner
              kind={action.tone === 'busy' ? 'line' : action.tone}
              size="row"
              busy={action.tone === 'busy'}
              label={`${action.word}${sectionTitle(section)}`}
              onTap={act}
              testId="row-claim"
            >
              {action.word}
            </Button>
          )}
        </View>
        <View className="sm t3">{section.place}</View>
        <Left state={state} section={section} count={count} now={now} />
      </View>
    </Tap>
  );
}

/** The hours stay together: a line does not end after the dash. */
const unbroken = (times: string): string => times.replace(/–/g, '–\u2060');

function actionOf(state: ButtonState): { word: string; tone: 'go' | 'line' | 'busy' } | undefined {
  const does = state.kind === 'profile' ? state.then : state.kind;
  if (does === 'go') return { word: '报名', tone: 'go' };
  if (does === 'line') return { word: '候补', tone: 'line' };
  if (state.kind === 'sending') return { word: '排号中', tone: 'busy' };
  if (state.kind === 'asking') return { word: '正在查', tone: 'busy' };
  return undefined;
}

/** These states have a sentence of their own, whatever the seats. */
const SAID: ReadonlySet<ButtonState['kind']> = new Set(['mine', 'cancelled', 'clash', 'limit', 'asking', 'closed']);

/** The last line of a row: the meter while there are seats, otherwise one sentence. Both have the same height. */
function Left({
  state,
  section,
  count,
  now,
}: {
  state: ButtonState;
  section: SectionCard;
  count: SectionCount | undefined;
  now: number;
}) {
  if (SAID.has(state.kind) || (count && count.seatsLeft === 0))
    return (
      <View className={`section-row__say sm ${state.kind === 'mine' ? 'section-row__say--mine' : ''}`}>
        {countWords(state, section, count, now)}
      </View>
    );
  const left = count?.seatsLeft ?? section.capacity;
  return (
    <View className="section-row__meter">
      <Meter left={left} of={section.capacity} />
      <View className={`section-row__left sm num ${isFew(left, section.capacity) ? 'section-row__left--few' : ''}`}>
        <Text>剩</Text>
        <Text className="section-row__number">{left}</Text>
        <Text> / {section.capacity}</Text>
      </View>
    </View>
  );
}

function countWords(state: ButtonState, section: SectionCard, count: SectionCount | undefined, now: number): string {
  if (state.kind === 'closed')
    return lessonsEndAt(section.lessons) <= now ? `${isLecture(section) ? '讲' : '课上'}完了` : '报名已结束';
  if (state.kind === 'mine') return wordsOf(state.place, section).row(state.place.number);
  if (state.kind === 'cancelled') return `${kindWords(section).it}已经取消`;
  if (state.kind === 'clash') return `和您的${sectionTitle(state.other.section)}撞了时间`;
  if (state.kind === 'limit') return `本期已满 ${state.limit} 个班，退一个才能报`;
  if (state.kind === 'asking') return '还没收到答复，正在查结果';
  if (!count) return `${section.capacity} 个名额`;
  if (count.seatsLeft > 0) return `剩 ${count.seatsLeft} 个名额，共 ${section.capacity} 个`;
  return count.waitingLeft > 0
    ? `${section.capacity} 个名额已满，${count.waiting > 0 ? `${count.waiting} 人候补` : '还没有人候补'}`
    : fullWords(section);
}
