import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DraftView } from '../../../../domain/api';
import { call } from '../../../app/call/call';
import { go } from '../../../app/way/go';
import { Empty } from '../../../app/page/states';
import { Button } from '../../../ui/button';
import { Notice } from '../../../ui/notice';
import { handOver } from '../../../app/files/hand-over';
import { PasteSheet } from './paste-sheet';
import { Reading } from './reading';
import { SectionForm } from './section-form';
import { SectionList } from './section-list';
import { openRows } from './sheet-cells';
import type { CourseSheet } from './use-course-sheet';
import type { Draft } from './use-draft';

/** `null`: a new class. */
export type Editing = { key: string | null } | undefined;

interface StepProps {
  draft: Draft;
  of: CourseSheet;
  view: DraftView;
  now: number;
  /** The class whose form is open. */
  editing: Editing;
  onEdit: (editing: Editing) => void;
  onNext: () => void;
}

/** The course sheet: uploaded and looked through, or section by section. */
export function SectionsStep({ draft, of, view, now, editing, onEdit: edit, onNext }: StepProps) {
  const { sheet, busy } = of;
  const [pasting, paste] = useState(false);
  const empty = view.sections.length === 0;
  const template = async () => {
    const made = await handOver(await call('draft.template', {}));
    if ('fault' in made) draft.say(made.fault);
  };

  if (sheet?.open) return <Reading of={{ ...of, sheet }} draft={draft} hasSections={!empty} />;
  return (
    <>
      {sheet && <Aside of={{ ...of, sheet }} />}
      <View className="desk__acts draft__acts">
        <Button
          kind={empty ? 'go' : 'ink'}
          size="small"
          busy={busy}
          busyLabel="正在读表"
          onTap={() => void of.upload()}
          testId="upload-sheet"
        >
          {empty ? '上传课程表' : '再上传一张表'}
        </Button>
        <Button
          kind="ink"
          size="small"
          onTap={() => {
            draft.say(undefined);
            paste(true);
          }}
          testId="paste-sheet"
        >
          粘贴课程表
        </Button>
        <Button kind="ink" size="small" onTap={() => edit({ key: null })} testId="add-section">
          加一个班
        </Button>
        {draft.made && (
          <Button
            kind="ink"
            size="small"
            role="link"
            onTap={() => go.menuDesk({ draftId: view.draftId })}
            testId="from-menu"
          >
            从菜单里挑
          </Button>
        )}
        <Button kind="plain" size="small" onTap={() => void template()} testId="get-template">
          下载模板
        </Button>
      </View>
      {empty ? (
        <Empty
          title="还没有班"
          text="把手头的课程表（xlsx 或 csv）传上来，或者在表里复制、粘到这里，列的顺序和写法不用改。先给您看读懂了什么，再存。"
          testId="no-sections"
        />
      ) : (
        <>
          <SectionList draft={draft} view={view} now={now} onEdit={key => edit({ key })} />
          <Button kind="go" size="small" className="draft__next" onTap={onNext} testId="to-settings">
            下一步，定时间和规则
          </Button>
        </>
      )}
      {pasting && <PasteSheet of={of} message={draft.message} onClose={() => paste(false)} />}
      {editing && (
        <SectionForm
          draft={draft}
          section={view.sections.find(section => section.key === editing.key)}
          onClose={() => edit(undefined)}
        />
      )}
    </>
  );
}

/** A sheet that was put aside, or that is only partly in the draft. */
function Aside({ of }: { of: CourseSheet & { sheet: NonNullable<CourseSheet['sheet']> } }) {
  const { picked, read, imported } = of.sheet;
  const count = openRows(read, imported).length;
  return (
    <View className="stack-3" data-testid="sheet-aside">
      <Notice kind="soon">
        {imported.length > 0
          ? `“${picked.fileName}”导入了 ${imported.length} 个班，还有 ${count} 行没有导入。`
          : `“${picked.fileName}”读过了，还没有导入。`}
        离开“准备一期”就要重新上传。
      </Notice>
      <View className="desk__acts draft__acts">
        <Button kind="go" size="small" onTap={of.resume} testId="resume-reading">
          接着改
        </Button>
        <Button kind="plain" size="small" onTap={of.forget} testId="forget-sheet">
          {imported.length > 0 ? '其余的不要了' : '不要了'}
        </Button>
      </View>
    </View>
  );
}
