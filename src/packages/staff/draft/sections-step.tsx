import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DraftView, SheetView } from '../../../../domain/api';
import { tooLargeToSend } from '../../../../domain/sheet/limits';
import { call, LONG_CALL_MS } from '../../../api/call';
import { Empty } from '../../../parts/states';
import { Tap } from '../../../parts/tap';
import { pickFile } from '../files/pick-file';
import type { PickedFile } from '../files/picked-file';
import { saveFile } from '../../../api/save-file';
import { Reading } from './reading';
import { SectionForm } from './section-form';
import { SectionList } from './section-list';
import type { Draft } from './use-draft';

/** `null`: a new class. */
export type Editing = { key: string | null } | undefined;

interface StepProps {
  draft: Draft;
  view: DraftView;
  /** The class whose form is open. */
  editing: Editing;
  onEdit: (editing: Editing) => void;
  onNext: () => void;
}

/** The course sheet: uploaded and looked through, or section by section. */
export function SectionsStep({ draft, view, editing, onEdit: edit, onNext }: StepProps) {
  const [sheet, setSheet] = useState<{ picked: PickedFile; read: SheetView }>();
  const [reading, setReading] = useState(false);
  const empty = view.sections.length === 0;

  const upload = async () => {
    draft.say(undefined);
    try {
      const picked = await pickFile();
      if (!picked) return;
      const large = tooLargeToSend(picked);
      if (large !== undefined) return draft.say(large);
      setReading(true);
      const made = await draft.make();
      if (!made.ok) return draft.say(made.message);
      const answer = await call('draft.readSheet', { draftId: view.draftId, ...picked }, { timeoutMs: LONG_CALL_MS });
      if (answer.ok) setSheet({ picked, read: answer.data });
      else draft.say(answer.code === 'SHEET_UNREADABLE' ? answer.details.text : answer.message);
    } catch (error) {
      draft.say(error instanceof Error ? error.message : '这个文件打不开，请换一个再试');
    } finally {
      setReading(false);
    }
  };
  const template = async () => {
    const answer = await call('draft.template', {});
    if (answer.ok) await saveFile(answer.data);
    else draft.say(answer.message);
  };

  if (sheet)
    return (
      <Reading
        {...sheet}
        draft={draft}
        hasSections={!empty}
        onAgain={() => void upload()}
        onDone={() => setSheet(undefined)}
      />
    );
  return (
    <>
      <View className="draft__acts">
        <Tap
          className={`btn btn--small ${reading ? 'btn--busy' : empty ? 'btn--go' : 'btn--ink'}`}
          disabled={reading}
          onTap={() => void upload()}
          testId="upload-sheet"
        >
          {reading && <View className="btn__turn" />}
          {reading ? '正在读表' : empty ? '上传课程表' : '再上传一张表'}
        </Tap>
        <Tap className="btn btn--ink btn--small" onTap={() => edit({ key: null })} testId="add-section">
          加一个班
        </Tap>
        <Tap className="btn btn--plain btn--small" onTap={() => void template()} testId="get-template">
          下载模板
        </Tap>
      </View>
      {empty ? (
        <Empty
          title="还没有班"
          text="把手头的课程表（xlsx 或 csv）传上来就行，列的顺序和写法不用改。先给您看读懂了什么，再存。"
          testId="no-sections"
        />
      ) : (
        <>
          <SectionList view={view} onEdit={key => edit({ key })} />
          <Tap className="btn btn--go btn--small draft__next" onTap={onNext} testId="to-settings">
            下一步，定时间和规则
          </Tap>
        </>
      )}
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
