import { View } from '@tarojs/components';
import type { MyAttendance, MyPlace } from '../../../domain/api';
import { GroupHead } from '../../ui/heading';
import { clashOf } from './clashes';
import { PlaceRow } from './place-row';

interface ListProps {
  title: string;
  some: MyPlace[];
  known: MyAttendance | undefined;
  now: number;
  over?: boolean;
  onDrop: (mine: MyPlace) => void;
}

export function PlaceList({ title, some, known, now, over = false, onDrop }: ListProps) {
  if (some.length === 0) return null;
  return (
    <>
      <GroupHead aside={<>{some.length} 个</>}>{title}</GroupHead>
      <View className="card">
        {some.map((one, i) => (
          <PlaceRow
            key={one.place.sectionId}
            mine={one}
            attendance={known}
            now={now}
            first={i === 0}
            clash={clashOf(one, some, now)}
            over={over}
            onDrop={() => onDrop(one)}
          />
        ))}
      </View>
    </>
  );
}
