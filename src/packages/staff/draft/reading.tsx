import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { SheetView } from '../../../../domain/api';
import { call, LONG_CALL_MS } from '../../../api/call';
import { told } from '../../../parts/a11y';
import { Note } from '../../../parts/marks';
import { Tap } from '../../../parts/tap';
import type { PickedFile } from '../files/picked-file';
import { saveFile } from '../../../api/save-file';
import { ReadingRow } from './reading-row';
import type { Draft } from './use-draft';

interface ReadingProps {
  picked: PickedFile;
  read: SheetView;
  draft: Draft;
  hasSections: boolean;
  onAgain: () => void;
  onDone: () => void;
}

/** What was understood of the sheet, row by row. Nothing is stored until everything is right. */
export function Reading({ picked, read, draft, hasSections, onAgain, onDone }: ReadingProps) {
  const { reading, clean } = read;
  return (
    <View data-testid="reading">
      <Head fileName={picked.fileName} reading={reading} />
      {[...reading.problems, ...reading.questions.map(question => question.text)].map(problem => (
        <View key={problem} className="stack-2">
          <Note kind="danger">{problem}</Note>
        </View>
      ))}
      <View className="card grid stack-3">
        <View className="grid__row grid__row--head cap t3">
          <View className="grid__line">行</View>
          <View className="grid__name">课程</View>
          <View className="grid__cell">时间</View>
          <View className="grid__cell">地点</View>
          <View className="grid__cell grid__cell--short">老师</View>
          <View className="grid__cell grid__cell--number">名额</View>
        </View>
        {reading.rows.map(row => (
          <ReadingRow key={row.row} row={row} />
        ))}
      </View>
      <Columns read={read} />
      <View className="draft__acts">
        {clean ? (
          <Import picked={picked} draft={draft} rows={reading.rows.length} hasSections={hasSections} onDone={onDone} />
        ) : (
          <Mend picked={picked} draft={draft} onAgain={onAgain} />
        )}
        <Tap className="btn btn--plain btn--small" onTap={onDone} testId="leave-reading">
          先不导入
        </Tap>
      </View>
      <View className="sm t3">{clean ? '导入前什么都没有存。' : '有要改的就一行也不存，改好再传一次。'}</View>
    </View>
  );
}

function Head({ fileName, reading }: { fileName: string; reading: SheetView['reading'] }) {
  const { sheet, rows, skipped } = reading;
  const bad = rows.filter(row => row.errors.length > 0).length;
  const warned = rows.filter(row => row.errors.length === 0 && row.warnings.length > 0).length;
  return (
    <View className="split reading__head">
      <View className="grow">
        <View className="b">{fileName}</View>
        <View className="sm t3">
          {sheet ? `读的是工作表“${sheet}”，` : ''}读到 {rows.length} 行
          {skipped.length > 0 ? `，跳过 ${skipped.length} 行说明或合计` : ''}
        </View>
      </View>
      <View className="reading__sums num" {...told({ live: 'polite' })}>
        <Sum value={rows.length - bad} word="个班可用" tone="open" />
        {bad > 0 && <Sum value={bad} word="行要改" tone="danger" />}
        {warned > 0 && <Sum value={warned} word="处提醒" tone="few" />}
      </View>
    </View>
  );
}

interface ImportProps extends Pick<ReadingProps, 'picked' | 'draft' | 'hasSections' | 'onDone'> {
  rows: number;
}

/** Everything is right: in place of the classes that are there, or after them. */
function Import({ picked, draft, rows, hasSections, onDone }: ImportProps) {
  const importAll = async (how: 'replace' | 'append') => {
    const answer = await draft.write('draft.importSheet', { ...picked, how });
    if (answer.ok) onDone();
  };
  return (
    <>
      <Tap
        className={`btn btn--small ${draft.busy ? 'btn--busy' : 'btn--go'}`}
        disabled={draft.busy}
        onTap={() => void importAll('replace')}
        testId="import-sheet"
      >
        {hasSections ? `换成这 ${rows} 个班` : `导入这 ${rows} 个班`}
      </Tap>
      {hasSections && (
        <Tap
          className="btn btn--ink btn--small"
          disabled={draft.busy}
          onTap={() => void importAll('append')}
          testId="append-sheet"
        >
          加在后面
        </Tap>
      )}
    </>
  );
}

/** Something is to be put right: in the sheet, which can be had with a note on each such cell. */
function Mend({ picked, draft, onAgain }: Pick<ReadingProps, 'picked' | 'draft' | 'onAgain'>) {
  const [fetching, setFetching] = useState(false);
  const draftId = draft.asked.data?.draftId ?? '';
  const annotated = async () => {
    setFetching(true);
    const answer = await call('draft.annotated', { draftId, ...picked }, { timeoutMs: LONG_CALL_MS });
    setFetching(false);
    if (answer.ok) await saveFile(answer.data);
    else draft.say(answer.message);
  };
  return (
    <>
      <Tap className="btn btn--go btn--small" onTap={onAgain} testId="upload-again">
        改好了，重新上传
      </Tap>
      <Tap
        className="btn btn--ink btn--small"
        disabled={fetching}
        onTap={() => void annotated()}
        testId="get-annotated"
      >
        {fetching ? '正在生成' : '下载带批注的表'}
      </Tap>
    </>
  );
}

function Sum({ value, word, tone }: { value: number; word: string; tone: 'open' | 'danger' | 'few' }) {
  return (
    <View className="reading__sum">
      <Text className={`reading__value t-${tone}`}>{value}</Text>
      <Text className="sm"> {word}</Text>
    </View>
  );
}

/** Which column was taken for what, and which were passed over: said, so that nobody has to guess. */
function Columns({ read }: { read: SheetView }) {
  const passed = read.reading.columns.filter(column => !column.field && column.header);
  if (passed.length === 0) return null;
  return (
    <View className="sm t3 stack-3">
      没有用到的列：{passed.map(column => `${column.letter} 列“${column.header}”`).join('、')}
    </View>
  );
}
