import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Clash, Todo } from '../../../../domain/api';
import { dateText, timeText } from '../../../../domain/base/clock';
import { troubleWords } from '../../../../domain/telling/push-trouble';
import { sharedWords } from '../../../../domain/week/clashes';
import { go } from '../../../app/way/go';
import { agoText, sectionTitle } from '../../../app/words';
import { draftTitle } from '../../../features/draft/draft-title';
import { Door } from '../../../ui/door';
import { GroupHead } from '../../../ui/heading';
import { ListGroup } from '../../../ui/list-group';
import { Notice } from '../../../ui/notice';
import { Row } from '../../../ui/row';
import { ToConfirm } from '../../../features/attendance/to-confirm';

/** More of one kind are behind a button, so that every kind is in sight. */
const FIRST = 4;

interface GroupsProps {
  todo: Todo;
  now: number;
  /** Something was done here, so that less waits. */
  onChanged: () => void;
}

/** One group for each kind of thing, and none for a kind of which nothing waits. */
export function TodoGroups({ todo, now, onChanged }: GroupsProps) {
  const { appeals, lessons, troubles, missing, clashes, wishes, lines, groupCodes, drafts } = todo;
  return (
    <>
      {appeals.count > 0 && (
        <Group title="申诉" count={appeals.count} unit="条">
          <Door
            label={`${appeals.count} 条申诉等答复`}
            text={appeals.oldestAt === null ? '' : `最早的一条 ${agoText(now - appeals.oldestAt)}提的`}
            onTap={go.noShows}
            testId="todo-appeals"
          />
        </Group>
      )}
      {lessons.count > 0 && (
        <Group title="考勤待确认" count={lessons.count} unit="次">
          <ToConfirm lessons={lessons.some} onChanged={onChanged} />
          {lessons.count > lessons.some.length && (
            <View className="pad sm t3">先办完这 {lessons.some.length} 次，再显示其余的。</View>
          )}
        </Group>
      )}
      <ListGroup title="消息发不出去" of={troubles} unit="处">
        {one => (
          <View key={one._id} className="pad">
            <Notice kind="soon" testId="todo-trouble">
              {troubleWords(one)}
            </Notice>
          </View>
        )}
      </ListGroup>
      <ListGroup
        title="讲师还没进来"
        of={missing.some}
        count={missing.count}
        unit="位"
        first={FIRST}
        testId="all-missing"
      >
        {one => (
          <Door
            key={`${one.name} ${one.organisation}`}
            label={one.organisation ? `${one.name}（${one.organisation}）` : one.name}
            text={`${one.invited ? '邀请了，还没打开' : '还没有邀请'}，教${one.classes.join('、')}`}
            onTap={() => go.deskRoom('people')}
            testId="todo-missing"
          />
        )}
      </ListGroup>
      <ListGroup
        title="撞了教室或老师"
        of={clashes.some}
        count={clashes.count}
        unit="处"
        first={FIRST}
        testId="all-clashes"
      >
        {one => <ClashRow key={keyOf(one)} clash={one} />}
      </ListGroup>
      {wishes.held + wishes.overdue > 0 && (
        <Group title="愿望" count={wishes.held + wishes.overdue} unit="个">
          {wishes.overdue > 0 && (
            <Door
              label={`${wishes.overdue} 个过期没有答复`}
              text="大家看得到“还没有答复”"
              onTap={() => go.deskRoom('wishes')}
              testId="todo-overdue"
            />
          )}
          {wishes.held > 0 && (
            <Door
              label={`${wishes.held} 个课名要看一眼`}
              text="看过以后大家才看得到"
              onTap={() => go.deskRoom('wishes')}
              testId="todo-held"
            />
          )}
        </Group>
      )}
      <ListGroup title="候补的人很多" of={lines.some} count={lines.count} unit="个班" first={FIRST} testId="all-lines">
        {one => (
          <Door
            key={one.sectionId}
            label={sectionTitle(one)}
            text={`${one.capacity} 个名额，${one.waiting} 人候补：可以加名额，或者再办一次`}
            onTap={() => go.staffSection(one.batchId, one.sectionId)}
            testId="todo-line"
          />
        )}
      </ListGroup>
      {groupCodes && (
        <ListGroup
          title="班级群二维码过期"
          of={groupCodes.some}
          count={groupCodes.count}
          unit="个班"
          first={FIRST}
          testId="all-group-codes"
        >
          {one => (
            <Door
              key={one.sectionId}
              label={sectionTitle(one)}
              text={`${agoText(now - one.at)}放的，请换一张`}
              onTap={() => go.staffSection(one.batchId, one.sectionId)}
              testId="todo-group-code"
            />
          )}
        </ListGroup>
      )}
      <ListGroup title="草稿还没发布" of={drafts.some} count={drafts.count} unit="份" first={FIRST} testId="all-drafts">
        {one => (
          <Door
            key={one.draftId}
            label={draftTitle(one)}
            text={`${agoText(now - one.updatedAt)}改过`}
            onTap={() => go.draft(one.draftId)}
            testId="todo-draft"
          />
        )}
      </ListGroup>
    </>
  );
}

interface GroupProps {
  title: string;
  count: number;
  unit: string;
  children: ReactNode;
}

const Group = ({ title, count, unit, children }: GroupProps) => (
  <>
    <GroupHead
      aside={
        <>
          {count} {unit}
        </>
      }
    >
      {title}
    </GroupHead>
    <View className="card num">{children}</View>
  </>
);

const keyOf = ({ one, other }: Clash): string =>
  [one, other].map(({ batchId, sectionId, course, name }) => sectionId ?? `${batchId} ${course} ${name}`).join(' ');

/** Leads to the class that is still in a draft, if one is, because there it can be moved before anybody enrols. */
function ClashRow({ clash }: { clash: Clash }) {
  const { one, other, at } = clash;
  const first = other.sectionId === undefined ? other : one;
  const open = () =>
    first.sectionId === undefined ? go.draft(first.batchId) : go.staffSection(first.batchId, first.sectionId);
  return (
    <Row role="link" onTap={open} testId="todo-clash">
      <View>
        {sectionTitle(one)}和{sectionTitle(other)}
        {one.batchId !== other.batchId && `（${[one, other].map(({ batchTitle }) => batchTitle).join('、')}）`}
      </View>
      <View className="sm t3">
        {dateText(at)} {timeText(at)}，{sharedWords(clash)}
      </View>
    </Row>
  );
}
