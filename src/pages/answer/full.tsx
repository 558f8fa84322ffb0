import { Text, View } from '@tarojs/components';
import { fullWords } from '../../features/line/full-words';
import type { BatchCard, FullReceipt, SectionCard, SectionCount } from '../../../domain/api';
import { go } from '../../app/way/go';
import { told } from '../../ui/a11y';
import { Contact } from '../../features/batch/contact';
import { Icon } from '../../ui/icon';
import { Motif } from '../../ui/motif';
import { Page } from '../../app/page/page';
import { Tap } from '../../ui/tap';
import { Button } from '../../ui/button';
import { Heading, GroupHead } from '../../ui/heading';
import { isFew } from '../../ui/meter';
import { SectionName } from '../../ui/section-name';
import { Again } from '../../features/wish/again';
import { FollowClass } from '../../features/telling/follow-class';
import { useBoard } from '../../features/line/board';
import { sectionTitle, shortTimes } from '../../app/words';
import { Receipt } from './receipt';

interface FullProps {
  batch: BatchCard;
  sections: SectionCard[];
  section: SectionCard;
  receipt: FullReceipt;
  shown: boolean;
}

const MOST = 4;

/** Other sections that still have a seat, those of the same craft first. The full section itself is left out. */
export function stillOpen(
  sections: SectionCard[],
  lost: SectionCard,
  counts: Record<string, SectionCount>,
): SectionCard[] {
  return sections
    .filter(one => one.sectionId !== lost.sectionId && (counts[one.sectionId]?.seatsLeft ?? 0) > 0)
    .sort((a, b) => Number(b.category === lost.category) - Number(a.category === lost.category));
}

/** 没报上: when the last seat went, when this request came, and what is still open. */
export function Full({ batch, sections, section, receipt, shown }: FullProps) {
  const board = useBoard(batch.batchId, shown);
  const open = stillOpen(sections, section, board?.counts ?? {}).slice(0, MOST);
  const first = open[0];
  const dock = (
    <>
      <Button
        kind="go"
        onTap={() => (first ? go.section(batch.batchId, first.sectionId) : go.home())}
        testId="next-step"
      >
        {first ? `去看${sectionTitle(first)}` : '看看别的期次'}
      </Button>
      <Button kind="plain" onTap={() => go.batch(batch.batchId)}>
        回到班级列表
      </Button>
    </>
  );
  return (
    <Page title="报名结果" testId="answer-full" dock={dock}>
      <View className="answer__head" {...told({ live: 'assertive' })}>
        <Heading level={1}>这次没报上</Heading>
        <View className="t2 stack-2">{sectionTitle(section)}</View>
        <View className="t2">{fullWords(section)}</View>
      </View>
      <Receipt receipt={receipt} section={section} />
      <GroupHead>{open.length ? '还有名额的班' : '别的班也满了'}</GroupHead>
      {open.length > 0 ? (
        <View className="card">
          {open.map((one, i) => {
            const left = board?.counts[one.sectionId]?.seatsLeft ?? 0;
            return (
              <Tap
                key={one.sectionId}
                className="row open-row"
                onTap={() => go.section(batch.batchId, one.sectionId)}
                testId="still-open"
              >
                {i > 0 && <View className="row__rule" />}
                <Motif category={one.category} size={44} className="row__motif" />
                <View className="grow">
                  <SectionName course={one.course} name={one.name} className="b" />
                  <View className="sm t3 num">{shortTimes(one)}</View>
                </View>
                <View className={`num open-row__left ${isFew(left, one.capacity) ? 'open-row__left--few' : ''}`}>
                  <Text className="sm t3">剩 </Text>
                  <Text className="h3">{left}</Text>
                </View>
                <Icon name="next" ink="ink-3" size={18} />
              </Tap>
            );
          })}
        </View>
      ) : (
        <View className="t3">有人退出时，空出的位置会重新开放。</View>
      )}
      <FollowClass sectionId={section.sectionId} batchId={batch.batchId} title={sectionTitle(section)} />
      <Again sectionId={section.sectionId} />
      <Contact of={batch} />
    </Page>
  );
}
