import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BatchCard, StaffBatchCard } from '../../../../domain/api';
import { lifeOf, mayChange } from '../../../../domain/batch/batch-life';
import { go } from '../../../app/way/go';
import { Door } from '../../../ui/door';
import { untilText } from '../../../app/words';
import { ChangeSheet } from '../../../features/change/change-sheet';
import { ExportSheet } from '../../../features/export/export-sheet';
import { closingHint } from '../../../features/batch/closing-hint';
import { MomentField } from '../../../ui/moment-field';
import { WithdrawSheet } from './withdraw-sheet';

export type BatchDoing = 'export' | 'closesAt' | 'withdraw' | 'archive' | undefined;

const ACTS: { doing: NonNullable<BatchDoing>; word: string; text: string }[] = [
  { doing: 'export', word: '导出', text: '名单、考勤、队伍、记录和需求，Excel 和 WPS 都能打开' },
  { doing: 'closesAt', word: '改截止时间', text: '延长或提前结束报名' },
  { doing: 'withdraw', word: '撤回成草稿', text: '还没开放，改好再发布' },
  { doing: 'archive', word: '归档', text: '课都上完了，收起来' },
];

interface ActsProps {
  batch: StaffBatchCard;
  now: number;
  onDo: (doing: BatchDoing) => void;
}

/** What can be done to the batch as a whole in its present state. An export is possible at any time. */
export function BatchActs({ batch, now, onDo }: ActsProps) {
  const life = lifeOf(batch, now);
  return (
    <View className="card staff__card">
      {(life === 'scheduled' || life === 'lastMinute') && (
        <Door
          label="放号演练"
          text="先算一遍：几万人一起点，会不会出问题"
          onTap={() => go.rehearsal(batch.batchId)}
          testId="batch-rehearsal"
        />
      )}
      {life !== 'archived' && (
        <>
          <Door
            label="海报"
            text="一张图，发公众号和群，扫码就到这一期"
            onTap={() => go.poster(batch.batchId)}
            testId="batch-poster"
          />
          <Door
            label="小程序码"
            text="每个班一张，可以打印"
            onTap={() => go.codes(batch.batchId)}
            testId="batch-codes"
          />
        </>
      )}
      {ACTS.filter(({ doing }) => doing === 'export' || mayChange(doing, life) === true).map(
        ({ doing, word, text }) => (
          <Door key={doing} label={word} text={text} onTap={() => onDo(doing)} testId={`batch-${doing}`} />
        ),
      )}
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
      text={`现在是 ${untilText(batch.closesAt, Date.now())} 截止。`}
      change={() => (closesAt === null ? '请选截止时间' : { kind: 'closesAt', batchId: batch.batchId, closesAt })}
      onClose={onClose}
    >
      <MomentField
        name="改到"
        value={closesAt}
        onChange={setClosesAt}
        hint={closingHint(closesAt, Date.now())}
        testId="change-moment"
      />
    </ChangeSheet>
  );
}
