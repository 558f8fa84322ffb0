import { kindWords } from '../../../domain/batch/kind-words';
import { Text, View } from '@tarojs/components';
import type { BatchCard, SectionCard } from '../../../domain/api';
import { MINUTE, timeText } from '../../../domain/base/clock';
import { isSeated } from '../../../domain/line/place';
import { wordsOf } from '../../../domain/line/place-words';
import { go } from '../../app/way/go';
import { told } from '../../ui/a11y';
import { Countdown } from '../../ui/countdown';
import { Button, type ButtonKind } from '../../ui/button';
import { sectionTitle, untilText, whenText } from '../../app/words';
import type { ButtonState } from './claim-button';
import { claimNow } from './claim-now';
import { INELIGIBLE_WORDS, mendOn, type Ineligibility } from './eligibility';

interface DockProps {
  state: ButtonState;
  batch: BatchCard;
  section: SectionCard;
  now: number;
}

type Look = {
  tone: ButtonKind | 'busy';
  label: string;
  onTap?: () => void;
  note?: string;
  more?: { label: string; onTap: () => void };
};

function lookOf({ state, batch, section, now }: DockProps): Look {
  const claim = () => void claimNow(batch, section);
  const answer = () => go.answer(batch.batchId, section.sectionId);
  const mend = (code: Ineligibility['code']) => () =>
    mendOn(code, { batchId: batch.batchId, sectionId: section.sectionId });
  switch (state.kind) {
    case 'mine':
      return {
        tone: isSeated(state.place) ? 'ink' : 'line',
        label: wordsOf(state.place).button(state.place.number),
        onTap: answer,
      };
    case 'sending':
      return { tone: 'busy', label: '正在替您排号', note: '请别退出，有答复马上告诉您' };
    case 'asking':
      return { tone: 'busy', label: '还没收到答复，正在查', note: '您的报名没丢，不用再点' };
    case 'closed':
      return { tone: 'quiet', label: '本期报名已结束', note: `${untilText(batch.closesAt, now)} 截止` };
    case 'cancelled':
      return {
        tone: 'quiet',
        label: `${kindWords(section).it}已经取消`,
        onTap: () => go.batch(batch.batchId),
        note: '点一下看看本期其他的班',
      };
    case 'profile':
      return {
        tone: 'go',
        label: INELIGIBLE_WORDS[state.why.code].mend,
        onTap: mend(state.why.code),
        note:
          state.why.code === 'NOT_ACCEPTED'
            ? '看完点同意，开放时只要点一下'
            : state.then
              ? '填好资料，马上替您报'
              : '填一次就好，开放时只要点一下',
      };
    case 'ineligible':
      return {
        tone: 'ink',
        label: INELIGIBLE_WORDS[state.why.code].mend,
        onTap: mend(state.why.code),
        note: `${state.why.code === 'SECTION_NOT_INVITED' ? kindWords(section).it : '这一期'}${INELIGIBLE_WORDS[state.why.code].short}`,
        ...(state.why.code === 'NOT_UNION_MEMBER' ? { more: { label: '怎样入会', onTap: () => go.help('join') } } : {}),
      };
    case 'early':
      return { tone: 'ready', label: `${whenText(batch.opensAt, now)} 开放`, note: '到点这里会自动亮起' };
    case 'checking':
      return { tone: 'ready', label: '正在核对您的资格', note: '核对好了，到点自动亮起' };
    case 'ready':
      return { tone: 'ready', label: '候场中，到点自动亮起', note: '不用刷新，也不用一直点' };
    case 'clash':
      return {
        tone: 'quiet',
        label: `和您的${sectionTitle(state.other.section)}撞了时间`,
        onTap: () => go.answer(state.other.batch.batchId, state.other.place.sectionId),
        note: wordsOf(state.other.place).clash,
      };
    case 'limit':
      return { tone: 'quiet', label: `本期 ${state.limit} 个班已报满`, onTap: go.mine, note: '退掉一个，才能再报' };
    case 'go':
      return {
        tone: 'go',
        label: `报名${kindWords(section).it}`,
        onTap: claim,
        note: state.clears.length
          ? `报上后，会替您退出撞时间的${state.clears.map(one => sectionTitle(one.section)).join('、')}候补`
          : undefined,
      };
    case 'line':
      return {
        tone: 'line',
        label: state.ahead ? `排队候补，前面 ${state.ahead} 人` : '排队候补，前面没有人',
        onTap: claim,
        note: '有人退出就往前走，轮到您直接入座',
      };
    case 'full':
      return {
        tone: 'ink',
        label: section.waitlistLimit > 0 ? '名额和候补都满了' : '名额都满了',
        onTap: claim,
        note: '点一下拿回执，看最后一个座位几点给出',
      };
  }
}

/** The button of the section page, with the last minute's countdown above it. Its place and height never change. */
export function ClaimDock(props: DockProps) {
  const { state, batch, now } = props;
  const { tone, label, onTap, note, more } = lookOf(props);
  const left = batch.opensAt - now;
  const counting = (state.kind === 'ready' || state.kind === 'checking' || state.kind === 'profile') && left > 0;
  return (
    <View>
      {counting && (
        <View className="split split--base claim__count">
          <Text className="t2">{timeText(batch.opensAt)} 准时开放</Text>
          <Countdown leftMs={left} small />
        </View>
      )}
      <Button
        kind={tone === 'busy' ? 'go' : tone}
        busy={tone === 'busy'}
        dead={!onTap}
        {...(onTap ? { onTap } : {})}
        label={label}
        testId={`claim-${state.kind}`}
      >
        {(state.kind === 'ready' || state.kind === 'checking') && left <= MINUTE && (
          <View className="btn__fill" style={{ transform: `scaleX(${state.filled})` }} />
        )}
        <Text className="btn__label">{label}</Text>
      </Button>
      <View className="sm t3 center claim__note">
        {note ?? ' '}
        {more && (
          <Button kind="link" className="claim__more" role="link" onTap={more.onTap} testId="claim-more">
            {more.label}
          </Button>
        )}
      </View>
      <View className="heard" {...told({ live: 'assertive' })}>
        {state.kind === 'go' ? '可以报名了' : state.kind === 'sending' || state.kind === 'asking' ? label : ''}
      </View>
    </View>
  );
}
