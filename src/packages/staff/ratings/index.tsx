import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RatingGroup } from '../../../../domain/api';
import { Desk } from '../../../app/desk/desk';
import { question } from '../../../app/memory/asked';
import { Empty } from '../../../app/page/states';
import { percentText, ratedText } from '../../../../domain/rating/said';
import { Heading } from '../../../ui/heading';
import { Row } from '../../../ui/row';
import { Tabs } from '../../../ui/tabs';
import { GroupSheet, type By } from './group-sheet';
import './index.scss';
import { Answered } from '../../../app/page/answered';

const overview = question('rating.overview', {});

const BY: [By, string][] = [
  ['batch', '按期次'],
  ['course', '按课程'],
  ['organisation', '按承办单位'],
];

/** 评价: batch by batch, course by course, organisation by organisation. */
export default function RatingDesk() {
  const [by, setBy] = useState<By>('batch');
  const [open, setOpen] = useState<RatingGroup>();
  return (
    <Desk
      title="评价"
      at="ratings"
      testId="staff-ratings"
      over={open && <GroupSheet by={by} group={open} onClose={() => setOpen(undefined)} />}
    >
      <Heading level={1}>评价</Heading>
      <View className="t2 stack-2">
        最后一次课以后收 14 天，收齐才看得到；不到 5 人评的班不显示，也不加进合计。谁评了什么，谁也查不到。
      </View>
      <View className="stack-4">
        <Tabs label="怎么看" value={by} options={BY} onChoose={setBy} testId="rating-by" />
      </View>
      <Answered to={overview}>
        {({ batches, courses, organisations }) => {
          const groups = { batch: batches, course: courses, organisation: organisations }[by];
          return groups.length === 0 ? (
            <Empty title="还没有评价" text="班上完两周、满 5 人评，这里就有" testId="no-ratings" />
          ) : (
            <View className="card desk__column stack-3">
              {groups.map(group => (
                <Group key={group.key} group={group} onOpen={() => setOpen(group)} />
              ))}
            </View>
          );
        }}
      </Answered>
    </Desk>
  );
}

const Group = ({ group: { title, sum }, onOpen }: { group: RatingGroup; onOpen: () => void }) => (
  <Row onTap={onOpen} testId="rating-group">
    <View className="rating-desk__line">
      <View className="grow h3">{title}</View>
      {sum && <View className="b num">满意 {percentText(sum.satisfied)}</View>}
    </View>
    <View className="sm t3 num">{sum ? ratedText(sum) : '还没有能显示的班'}</View>
  </Row>
);
