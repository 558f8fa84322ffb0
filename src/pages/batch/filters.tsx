import { Input, ScrollView, View } from '@tarojs/components';
import { useMemo } from 'react';
import type { SectionCard } from '../../../domain/api';
import { DAYS, isHeldAt, MANY_SECTIONS, PARTS, siteOf, type Hours } from '../../../domain/batch/find';
import { CATEGORY_NAMES, known } from '../../ui/motifs/motif';
import { told } from '../../ui/a11y';
import { Icon } from '../../ui/icon';
import { Tap } from '../../ui/tap';
import { isEvening, isWeekend } from '../../app/words';
import { ANYTHING, isFiltered, type Wanted } from './filter';

interface FiltersProps {
  sections: SectionCard[];
  wanted: Wanted;
  /** How many classes are as wanted. */
  found: number;
  onWant: (wanted: Wanted) => void;
  /** Absent before the release, because every section still has all its seats. */
  seatsNow?: () => ReadonlySet<string>;
}

interface Pill {
  label: string;
  on: boolean;
  next: Wanted;
}

/** The search, and only those filters that separate these sections at all. */
export function Filters({ sections, wanted, found, onWant, seatsNow }: FiltersProps) {
  // The page is rendered every second, and a large batch has thousands of lessons.
  const further = useMemo(() => furtherPills(sections, wanted), [sections, wanted]);
  return (
    <View className="filters">
      <View className="search">
        <Icon name="search" ink="ink-3" />
        <Input
          className="search__input"
          value={wanted.text}
          placeholder="找课程、老师、地点"
          placeholderClass="search__placeholder"
          confirmType="search"
          onInput={event => onWant({ ...wanted, text: event.detail.value })}
          {...told({ label: '找课程、老师、地点' })}
        />
        {wanted.text !== '' && (
          <Tap
            className="search__clear"
            label="清空"
            onTap={() => onWant({ ...wanted, text: '' })}
            testId="search-clear"
          >
            <Icon name="cross" ink="ink-2" size={18} />
          </Tap>
        )}
      </View>
      {[pillsOf(sections, wanted, seatsNow), ...further].map((pills, row) =>
        pills.length > 0 ? (
          <ScrollView key={row} scrollX className="pills" showScrollbar={false}>
            <View className="pills__row">
              {pills.map(({ label, on, next }) => (
                <Tap key={label} className={on ? 'pill pill--on' : 'pill'} selected={on} onTap={() => onWant(next)}>
                  {label}
                </Tap>
              ))}
            </View>
          </ScrollView>
        ) : null,
      )}
      {sections.length > MANY_SECTIONS && (
        <View className="sm t3 num stack-2" {...told({ live: 'polite' })} data-testid="found">
          {isFiltered(wanted) ? `找到 ${found} 个班` : `共 ${found} 个班`}
        </View>
      )}
    </View>
  );
}

const MOST_SITES = 12;

/** In a batch of many classes: the day and hour, and where. */
function furtherPills(sections: SectionCard[], wanted: Wanted): Pill[][] {
  if (sections.length <= MANY_SECTIONS) return [];
  const pill = (label: string, on: boolean, next: Partial<Wanted>): Pill => ({
    label,
    on,
    next: { ...wanted, ...next },
  });
  const hours = <K extends keyof Hours>(key: K, value: NonNullable<Hours[K]>): Pill[] => {
    const held = sections.filter(section => isHeldAt(section.lessons, { [key]: value })).length;
    const on = wanted.hours[key] === value;
    const next = { hours: { ...wanted.hours, [key]: on ? undefined : value } };
    return held > 0 && held < sections.length ? [pill(value, on, next)] : [];
  };
  const counts = new Map<string, number>();
  for (const { place } of sections) counts.set(siteOf(place), (counts.get(siteOf(place)) ?? 0) + 1);
  const sites = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_SITES);
  return [
    [...PARTS.flatMap(part => hours('part', part)), ...DAYS.flatMap(day => hours('day', day))],
    sites.length < 2
      ? []
      : sites.map(([site]) => pill(site, wanted.site === site, { site: wanted.site === site ? undefined : site })),
  ];
}

/** Names the course itself if there is only one of its kind, because people look for 健身气功, not 太极养生. */
function craftName(category: SectionCard['category'], sections: SectionCard[]): string {
  const courses = [...new Set(sections.filter(one => one.category === category).map(one => one.course))];
  return courses.length === 1 && courses[0] ? courses[0] : CATEGORY_NAMES[known(category)];
}

function pillsOf(sections: SectionCard[], wanted: Wanted, seatsNow: FiltersProps['seatsNow']): Pill[] {
  const divides = (test: (one: SectionCard) => boolean) => sections.some(test) && !sections.every(test);
  const time = (value: NonNullable<Wanted['time']>, label: string): Pill => {
    const on = wanted.time === value;
    return { label, on, next: { ...wanted, time: on ? undefined : value } };
  };
  const few = sections.length <= MANY_SECTIONS;
  const crafts = [...new Set(sections.map(one => one.category))];
  return [
    { label: '全部', on: !isFiltered(wanted), next: ANYTHING },
    ...(seatsNow
      ? [
          {
            label: '还有名额',
            on: !!wanted.withSeats,
            next: { ...wanted, withSeats: wanted.withSeats ? undefined : seatsNow() },
          },
        ]
      : []),
    ...(few && divides(one => one.lessons.some(isEvening)) ? [time('evening', '晚上')] : []),
    ...(few && divides(one => one.lessons.some(isWeekend)) ? [time('weekend', '周末')] : []),
    ...(crafts.length > 1 ? crafts : []).map(category => {
      const on = wanted.category === category;
      const next = { ...wanted, category: on ? undefined : category };
      return { label: craftName(category, sections), on, next };
    }),
  ];
}
