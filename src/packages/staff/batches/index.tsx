import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { DraftCard, StaffBatchCard } from '../../../../domain/api';
import { newActId } from '../../../app/act/act-id';
import { useAct } from '../../../app/act/use-act';
import { Desk, DeskHead } from '../../../app/desk/desk';
import { everything } from '../../../app/known/staff';
import { useOlder } from '../../../app/memory/older';
import { useAsked } from '../../../app/memory/use-asked';
import { Answered } from '../../../app/page/answered';
import { OlderButton } from '../../../app/page/older-button';
import { Empty } from '../../../app/page/states';
import { go } from '../../../app/way/go';
import { agoText, opensText, whenText } from '../../../app/words';
import { draftTitle } from '../../../features/draft/draft-title';
import { Button } from '../../../ui/button';
import { Chip, type ChipKind } from '../../../ui/chip';
import { Heading } from '../../../ui/heading';
import { ListGroup } from '../../../ui/list-group';
import { Fault } from '../../../ui/notice';
import { Row } from '../../../ui/row';
import { Sheet } from '../../../ui/sheet';
import { DayOffSheet } from './day-off-sheet';
import './index.scss';
import { NextTimeSheet } from './next-time';

/** 期次: the batches that are in preparation, that run, and that are over, and a button for a new one. */
export default function Batches() {
  const { data } = useAsked(everything, { when: false });
  const older = useOlder('staff.past', data?.next);
  const [copying, copy] = useState<StaffBatchCard | boolean>(false);
  const [callingOff, callOff] = useState(false);
  const { state, act } = useAct('draft.create');

  const create = (copyOf: string) =>
    void act(
      { copyOf },
      ({ draftId }) => {
        copy(false);
        go.draft(draftId);
      },
      ({ message }) => {
        copy(false);
        return message;
      },
    );

  const over = callingOff ? (
    <DayOffSheet
      onClose={() => {
        callOff(false);
        void everything.ask();
      }}
    />
  ) : (
    copying &&
    (copying === true ? (
      <CopySheet batches={data?.batches ?? []} onClose={() => copy(false)} onChoose={copy} />
    ) : (
      <NextTimeSheet
        batch={copying}
        onCopy={() => create(copying.batchId)}
        onClose={() => copy(false)}
        onInstead={() => copy(true)}
      />
    ))
  );
  return (
    <Desk title="工会工作台" at="batches" testId="staff-batches" over={over}>
      <DeskHead title="期次">
        <View className="batches__new">
          <Button kind="go" size="small" onTap={() => go.newDraft(`b-${newActId()}`)} testId="new-draft">
            准备新的一期
          </Button>
          <Button kind="ink" size="small" disabled={state.busy} onTap={() => copy(true)} testId="copy-batch">
            照往期再办
          </Button>
          <Button kind="ink" size="small" onTap={() => callOff(true)} testId="day-off">
            整天停课
          </Button>
        </View>
      </DeskHead>
      <Fault says={state.message} />
      <Answered to={everything}>
        {({ drafts, batches }, now) =>
          drafts.length + batches.length === 0 ? (
            <Empty title="还没有期次" text="上传课程表，定好开放时间，就能发布第一期" />
          ) : (
            <>
              <ListGroup title="准备中" of={drafts}>
                {draft => <Draft key={draft.draftId} draft={draft} now={now} />}
              </ListGroup>
              <ListGroup title="已发布" of={batches.length > 0 ? [...batches, ...older.some] : []}>
                {batch => <Published key={batch.batchId} batch={batch} now={now} />}
              </ListGroup>
              <OlderButton older={older} label="看更早的" />
            </>
          )
        }
      </Answered>
    </Desk>
  );
}

function Draft({ draft, now }: { draft: DraftCard; now: number }) {
  return (
    <Row role="link" onTap={() => go.draft(draft.draftId)} testId="draft-row">
      <View className="desk__line">
        <Text className="h3">{draftTitle(draft)}</Text>
        <Chip kind="run">草稿</Chip>
      </View>
      <View className="t2">
        {draft.sectionCount > 0 ? `${draft.sectionCount} 个班，${draft.capacity} 个名额` : '还没有课程表'}
        {draft.opensAt !== null && `，${whenText(draft.opensAt, now)} 开放`}
      </View>
      <View className="sm t3">{agoText(now - draft.updatedAt)}改过</View>
    </Row>
  );
}

const CHIP: Record<StaffBatchCard['phase'] | 'archived', [ChipKind, string]> = {
  upcoming: ['soon', '待开放'],
  open: ['open', '报名中'],
  closed: ['full', '已截止'],
  archived: ['run', '已归档'],
};

/** The state in the words that workers read: after the last lesson a batch is more than closed. */
function chipOf(batch: StaffBatchCard, now: number): [ChipKind, string] {
  if (batch.state === 'archived') return CHIP.archived;
  return batch.phase === 'closed' && batch.lastLessonAt <= now ? ['full', '已结课'] : CHIP[batch.phase];
}

function Published({ batch, now }: { batch: StaffBatchCard; now: number }) {
  const [kind, word] = chipOf(batch, now);
  return (
    <Row role="link" onTap={() => go.live(batch.batchId)} testId="batch-row">
      <View className="desk__line">
        <Text className="h3">{batch.title}</Text>
        <Chip kind={kind}>{word}</Chip>
      </View>
      <View className="t2 num">
        {batch.sectionCount} 个班，已入座 {batch.capacity - batch.seatsLeft} / {batch.capacity}
      </View>
      <View className="sm t3">{opensText(batch.opensAt, now)}</View>
    </Row>
  );
}

interface CopyProps {
  batches: StaffBatchCard[];
  onClose: () => void;
  onChoose: (batch: StaffBatchCard) => void;
}

/** Chooses the batch to copy. Classes, people and places stay, and every date moves. */
function CopySheet({ batches, onClose, onChoose }: CopyProps) {
  return (
    <Sheet label="照哪一期再办" onClose={onClose}>
      <Heading level={2}>照哪一期再办</Heading>
      <View className="t2 stack-2">班级、老师、地点和名额照抄，上课日期整周往后移，星期几不变。</View>
      <View className="stack-4">
        {batches.map(batch => (
          <Row key={batch.batchId} onTap={() => onChoose(batch)} testId={`copy-${batch.batchId}`}>
            <View>{batch.title}</View>
            <View className="sm t3">
              {batch.sectionCount} 个班，{batch.capacity} 个名额
            </View>
          </Row>
        ))}
        {batches.length === 0 && <View className="t3">还没有往期，请先准备新的一期。</View>}
      </View>
    </Sheet>
  );
}
