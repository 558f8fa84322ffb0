import { Text } from '@tarojs/components';
import type { BatchCard } from '../../../../domain/api';
import { HOUR, MINUTE, SECOND, secondText } from '../../../../domain/base/clock';
import { Motif } from '../../../ui/motif';
import { go } from '../../../app/way/go';
import { Meter } from '../../../ui/meter';
import { Table, TableRow, Cell } from '../../../ui/table';
import { sectionTitle } from '../../../app/words';
import { filledAt } from '../../../features/line/seats-curve';
import type { LiveSection } from '../../../features/line/live-sums';

/** `12.3 秒`, `2 分 5 秒`, `3 小时 4 分` */
export function lastedText(ms: number): string {
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)} 秒`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} 分 ${Math.floor((ms % MINUTE) / SECOND)} 秒`;
  return `${Math.floor(ms / HOUR)} 小时 ${Math.floor((ms % HOUR) / MINUTE)} 分`;
}

/** Every section: seats left, people seated, people waiting, and how soon it was full. */
export function SectionTable({ batch, sections }: { batch: BatchCard; sections: LiveSection[] }) {
  return (
    <Table head={['班级', ['还剩', 'meter'], '已入座', '候补', ['满员', 'wide']]} className="card staff__card">
      {sections.map(one => {
        const full = filledAt(one);
        return (
          <TableRow
            key={one.sectionId}
            role="link"
            label={`${sectionTitle(one)}的队伍`}
            onTap={() => go.staffSection(batch.batchId, one.sectionId)}
            testId="staff-row"
            mark={<Motif category={one.category} size={32} className="table__mark" />}
            name={
              <>
                <Text>{one.course}</Text>
                <Text className="t3"> {one.name}</Text>
              </>
            }
          >
            <Cell width="meter">
              <Meter left={one.seatsLeft} of={one.capacity} />
              <Text className="table__left b">{one.seatsLeft || '满'}</Text>
            </Cell>
            <Cell word="入座">
              {one.seated} / {one.capacity}
            </Cell>
            <Cell word="候补">{one.waiting}</Cell>
            <Cell width="wide">
              {full === undefined ? (
                <Text className="t3">未满</Text>
              ) : (
                <Text>
                  {lastedText(full - batch.opensAt)}满<Text className="t3 table__at">（{secondText(full)}）</Text>
                </Text>
              )}
            </Cell>
          </TableRow>
        );
      })}
    </Table>
  );
}
