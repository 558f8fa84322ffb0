import { View } from '@tarojs/components';
import { useState } from 'react';
import { isRight, type ReadRow } from '../../../../domain/sheet/draft';
import { call, LONG_CALL_MS } from '../../../app/call/call';
import { handOver } from '../../../app/files/hand-over';
import { Button } from '../../../ui/button';
import type { CourseSheet } from './use-course-sheet';
import type { Draft } from './use-draft';

interface FootProps {
  of: CourseSheet & { sheet: NonNullable<CourseSheet['sheet']> };
  draft: Draft;
  /** The draft already has classes. */
  hasSections: boolean;
  /** The rows that are still to be imported. */
  rows: ReadRow[];
}

/** What can be done with the sheet, and what happens to the rows that are still wrong. */
export function ReadingFoot({ of, draft, hasSections, rows }: FootProps) {
  const { sheet, busy } = of;
  const { reading } = sheet.read;
  const right = rows.filter(isRight).length;
  const open = rows.length - right;
  const stopped =
    reading.problems.length > 0 ||
    reading.questions.some(({ about }) => about === 'sheets') ||
    reading.questions.some(one => one.about === 'hidden' && one.columns.length > 0);
  const again = sheet.imported.length > 0;
  const dead = draft.busy || busy;
  const first = open > 0 ? '先' : '';
  return (
    <>
      <View className="desk__acts draft__acts">
        {right > 0 && !stopped && (
          <>
            <Button
              kind={open > 0 ? 'ink' : 'go'}
              size="small"
              busy={dead}
              onTap={() => void of.take('replace')}
              testId={open > 0 ? 'import-right' : 'import-sheet'}
            >
              {again
                ? `${first}加上这 ${right} 个班`
                : hasSections
                  ? `${first}换成这 ${right} 个班`
                  : open > 0
                    ? `先导入 ${right} 个班`
                    : `导入这 ${right} 个班`}
            </Button>
            {hasSections && !again && (
              <Button
                kind="ink"
                size="small"
                disabled={dead}
                onTap={() => void of.take('append')}
                testId="append-sheet"
              >
                {first}加在后面
              </Button>
            )}
          </>
        )}
        {(open > 0 || stopped) && <Elsewhere of={of} draft={draft} />}
        <Button kind="plain" size="small" onTap={of.putAside} testId="leave-reading">
          先不导入
        </Button>
      </View>
      <View className="sm t3" data-testid="what-becomes">
        {open === 0 && !stopped
          ? '点导入以前，表里的班不会存进草稿。'
          : right > 0 && !stopped
            ? `先导入的 ${right} 个班存进草稿；还要改的 ${open} 行不存，留在这一页，改好了再加上。离开“准备一期”就要重新上传。`
            : '有要改的就不能导入。改了的格子留在这一页，离开“准备一期”就要重新上传。'}
      </View>
    </>
  );
}

/** Something must be corrected in the sheet itself. Staff can download it with a note on each such cell. */
function Elsewhere({ of, draft }: Pick<FootProps, 'of' | 'draft'>) {
  const [fetching, setFetching] = useState(false);
  const draftId = draft.asked.data?.draftId ?? '';
  const annotated = async () => {
    const file = of.fileNow();
    if (!file) return;
    setFetching(true);
    const made = await handOver(await call('draft.annotated', { draftId, ...file }, { timeoutMs: LONG_CALL_MS }));
    setFetching(false);
    if ('fault' in made) draft.say(made.fault);
  };
  return (
    <>
      <Button kind="ink" size="small" disabled={of.busy} onTap={() => void of.upload()} testId="upload-again">
        在表里改好了，重新上传
      </Button>
      <Button kind="ink" size="small" disabled={fetching} onTap={() => void annotated()} testId="get-annotated">
        {fetching ? '正在生成' : '下载带批注的表'}
      </Button>
    </>
  );
}
