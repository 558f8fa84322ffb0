import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BatchCard } from '../../../../domain/contract';
import { phaseOf } from '../../../../domain/rules/phase';
import { Icon } from '../../../parts/icon';
import { Tap } from '../../../parts/tap';
import { whenText } from '../../../words';
import { ChangeSheet } from '../change/change-sheet';
import { ExportSheet } from '../export/export-sheet';
import { MomentField } from '../files/moment-field';
import { WithdrawSheet } from './withdraw-sheet';

export type BatchDoing = 'export' | 'closesAt' | 'withdraw' | 'archive' | undefined;

const ACTS: { doing: NonNullable<BatchDoing>; word: string; text: string; when: (phase: string) => boolean }[] = [
  { doing: 'export', word: '导出', text: '名单、队伍、记录和需求，Excel 和 WPS 都能打开', when: () => true },
  { doing: 'closesAt', word: '改截止时间', text: '延长或提前结束报名', when: phase => phase !== 'closed' },
  { doing: 'withdraw', word: '撤回成草稿', text: '还没开放，改好再发布', when: phase => phase === 'upcoming' },
  { doing: 'archive', word: '归档', text: '课都上完了，收起来', when: phase => phase === 'closed' },
];

/** What can be done to the batch as a whole. */
export function BatchActs({ batch, now, onDo }: { batch: BatchCard; now: number; onDo: (doing: BatchDoing) => void }) {
  const phase = phaseOf(batch, now);
  return (
    <View className="card staff__card">
      {ACTS.filter(act => act.when(phase)).map(({ doing, word, text }) => (
        <Tap key={doing} className="row door" onTap={() => onDo(doing)} testId={`batch-${doing}`}>
          <View className="grow">
            <View>{word}</View>
            <View className="sm t3">{text}</View>
          </View>
          <Icon name="next" ink="ink-3" size={18} />
        </Tap>
      ))}
    </View>
  );
}

interface OverProps {
  doing: NonNullable<BatchDoing>;
  batch: BatchCard;
  onClose: () => void;
}

export function BatchOver({ doing, batch, onClose }: OverProps) {
  switch (doing) {
    case 'export':
      return <ExportSheet batch={batch} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawSheet batch={batch} onClose={onClose} />;
    case 'closesAt':
      return <ClosingForm batch={batch} onClose={onClose} />;
    case 'archive':
      return (
        <ChangeSheet
          title={`归档${batch.title}`}
          text="职工的首页不再显示这一期，名单、记录和导出都还在。"
          change={() => ({ kind: 'archive', batchId: batch.batchId })}
          onClose={onClose}
        />
      );
  }
}

function ClosingForm({ batch, onClose }: { batch: BatchCard; onClose: () => void }) {
  const [closesAt, setClosesAt] = useState<number | null>(batch.closesAt);
  return (
    <ChangeSheet
      title="改截止时间"
      text={`现在是 ${whenText(batch.closesAt, Date.now())} 截止。`}
      change={() => (closesAt === null ? '请选截止时间' : { kind: 'closesAt', batchId: batch.batchId, closesAt })}
      onClose={onClose}
    >
      <MomentField name="改到" value={closesAt} onChange={setClosesAt} testId="change-moment" />
    </ChangeSheet>
  );
}
