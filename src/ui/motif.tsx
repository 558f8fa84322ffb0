import { Image, View } from '@tarojs/components';
import { useMemo } from 'react';
import type { Category } from '../../domain/model';
import { dataUri } from './data-uri';
import { CATEGORY_NAMES, known, motifSvg } from './motifs/motif';
import { wallHeight, wallSvg, WALL_WIDTH } from './motifs/wall';
import { useAppearance } from './appearance/appearance';
import { told } from './a11y';
import { px } from './icon';
import { useShared } from './shared-drawings';

/** A course's window. A screen reader says the name of its craft. */
export function Motif({ category, size, className = '' }: { category: string; size?: number; className?: string }) {
  const { dark, large } = useAppearance();
  const drawn = known(category);
  const side = px(size ?? (large ? 60 : 52));
  const image = useMemo(
    () => `url("${dataUri(motifSvg(drawn, { theme: dark ? 'dark' : 'light', mode: 'tile', size: 96 }))}")`,
    [drawn, dark],
  );
  const backgroundImage = useShared(`--motif-${drawn}`, image);
  return (
    <View
      className={`motif ${className}`}
      style={{ width: side, height: side, backgroundImage }}
      {...told({ role: 'img', label: CATEGORY_NAMES[drawn] })}
    />
  );
}

/** The wall of a batch. If `lit` is given, only that window is lit; after a seat was given, it is mine. */
export function Wall({ categories, lit }: { categories: string[]; lit?: string }) {
  const { dark } = useAppearance();
  const windows = useMemo(() => [...new Set(categories.map(known))], [categories]);
  const src = useMemo(
    () =>
      dataUri(
        wallSvg(windows, dark ? 'dark' : 'light', (category: Category) => lit === undefined || known(lit) === category),
      ),
    [windows, dark, lit],
  );
  return (
    <View
      className="wall"
      style={{ paddingTop: `${(wallHeight(windows.length) / WALL_WIDTH) * 100}%` }}
      {...told({ role: 'img', label: windows.map(one => CATEGORY_NAMES[one]).join('、') })}
    >
      <Image className="wall__image" src={src} mode="scaleToFill" {...told({ hidden: true })} />
    </View>
  );
}
