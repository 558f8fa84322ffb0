import { View } from '@tarojs/components';
import { useState } from 'react';
import { LENGTH } from '../../../domain/bounds';
import type { BatchCard, Input } from '../../../domain/api';
import { call, LONG_CALL_MS } from '../../app/call/call';
import { Field } from '../../ui/field';
import { Switch } from '../../ui/switch';
import { Notice } from '../../ui/notice';
import { PickOne } from '../../ui/pick';
import { ActSheet } from '../../ui/act-sheet';
import { useDoing } from '../../app/act/use-doing';
import { handOver } from '../../app/files/hand-over';
import './export-sheet.scss';

type Kind = Input<'export.make'>['kind'];

const KINDS: [Kind, string, string][] = [
  ['roster', '学员名单', '每个班一张表，入座的人，点名和联系用'],
  ['hours', '学时和结业', '申请培训补贴用：花名册、签到表、培训日志；要写用途'],
  ['attendance', '考勤', '每个班一张表，谁哪次课到了没有；前面有各班到课率'],
  ['line', '完整队伍', '入座和候补，谁在什么时候排上'],
  ['ratings', '评价', '各班满意几成、大家写的话，不到 5 人评的不列'],
  ['demand', '需求', '每个班报了多少、差多少，下一期加多少'],
  ['record', '操作记录', '这一期的每一次改动和原因'],
];

interface ExportProps {
  batch: BatchCard;
  /** The kind that is selected at first. */
  first?: Kind;
  onClose: () => void;
}

/** A workbook of the batch. Whole phone numbers require a reason. Each export is on the record. */
export function ExportSheet({ batch, first = 'roster', onClose }: ExportProps) {
  const [kind, choose] = useState<Kind>(first);
  const [whole, setWhole] = useState(false);
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState<string>();
  const { state, run, say } = useDoing();
  const needsReason = whole || kind === 'hours';
  const make = async () => {
    const input = {
      kind,
      batchId: batch.batchId,
      phones: whole ? ('whole' as const) : ('masked' as const),
      reason: reason.trim(),
    };
    const made = await handOver(await call('export.make', input, { timeoutMs: LONG_CALL_MS }));
    return 'fault' in made ? made.fault : setSaved(made.fileName);
  };
  return (
    <ActSheet
      title={`导出${batch.title}`}

      state={state}
      label="导出"
      busyLabel="正在做表"
      insteadLabel="好了"
      onAct={() => {
        setSaved(undefined);
        if (needsReason && !reason.trim()) say('请写一句用途，会记在操作记录里');
        else void run(make);
      }}
      onClose={onClose}
      testId="export-now"
    >
      <View className="stack-3">
        {KINDS.map(([one, word, text]) => (
          <PickOne key={one} on={one === kind} onChoose={() => choose(one)} testId={`export-${one}`}>
            <View className="grow">
              <View className="b">{word}</View>
              <View className="sm t3">{text}</View>
            </View>
          </PickOne>
        ))}
      </View>
      <Switch
        name="要完整手机号"
        text="平时只显示一部分，用完请删除"
        on={whole}
        onChange={setWhole}
        className="export__whole"
        testId="export-whole"
      />
      {needsReason && (
        <Field
          name="用途"
          value={reason}
          onInput={setReason}
          maxLength={LENGTH.reason}
          example="例如 开课前电话通知"
          testId="export-reason"
        />
      )}
      {saved && (
        <Notice className="stack-3" live="polite" kind="quiet" testId="export-saved">
          已导出 {saved}
        </Notice>
      )}
    </ActSheet>
  );
}
