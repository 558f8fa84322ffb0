import { View } from '@tarojs/components';
import { dateText, endText, timeText } from '../../../../domain/base/clock';
import type { DraftView } from '../../../../domain/api';
import { go } from '../../../app/way/go';
import { ActSheet } from '../../../ui/act-sheet';
import { Fact } from '../../../ui/fact';
import { timesOf, sectionTitle, whenText } from '../../../app/words';
import { useAct } from '../../../app/act/use-act';
import { everything } from '../../../app/known/staff';
import { draftOf } from './use-draft';

const FIRST = 3;

interface PublishProps {
  view: DraftView;
  now: number;
  onClose: () => void;
}

/** What will be published, once more in a few lines, and the button that publishes it. */
export function PublishSheet({ view, now, onClose }: PublishProps) {
  const { state, act } = useAct('draft.publish', { long: true });
  const { opensAt, closesAt, sections } = view;

  const publish = () =>
    void act(
      { draftId: view.draftId, revision: view.revision },
      ({ batch }) => {
        void everything.ask();
        go.published(batch.batchId);
      },
      ({ code, message }) => {
        if (code === 'DRAFT_CHANGED' || code === 'DRAFT_NOT_READY') void draftOf(view.draftId).ask();
        return message;
      },
    );

  return (
    <ActSheet
      title={`发布“${view.title}”`}
      text="发布后职工马上能看到，可以先填资料、进候场。"
      state={state}
      label={opensAt === null ? '发布' : `发布，${whenText(opensAt, now)} 开放`}
      busyLabel="正在发布"
      insteadLabel="再看看"
      onAct={publish}
      onClose={onClose}
      testId="publish-now"
    >
      <View className="publish__facts stack-3" data-testid="publish-facts">
        <Fact name="班级">
          {sections.length} 个班，{sections.reduce((sum, one) => sum + one.capacity, 0)} 个名额
        </Fact>
        {opensAt !== null && (
          <Fact name="开放">
            {dateText(opensAt, now)} {timeText(opensAt)}
          </Fact>
        )}
        {closesAt !== null && <Fact name="截止">{endText(closesAt, now)}</Fact>}
      </View>
      <View className="stack-3">
        {sections.slice(0, FIRST).map(section => (
          <View key={section.key} className="publish__class">
            <View className="b">{sectionTitle(section)}</View>
            <View className="sm t2 num">
              {timesOf(section)}，{section.place}
            </View>
          </View>
        ))}
        {sections.length > FIRST && <View className="sm t3 stack-2">还有 {sections.length - FIRST} 个班</View>}
      </View>
    </ActSheet>
  );
}
