import { render, screen } from '@testing-library/react';
import { Page } from '../../../src/app/page/page';
import { Motif } from '../../../src/ui/motif';
import { CATEGORIES } from '../../../domain/model';
import { CATEGORY_NAMES, known, motifSvg } from '../../../src/ui/motifs/motif';
import { wallSvg } from '../../../src/ui/motifs/wall';

const parsed = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');

test.each(CATEGORIES)('the window of %s is well drawn, with one lamp and a name', category => {
  const svg = motifSvg(category, { theme: 'light', mode: 'tile', size: 52 });

  expect(parsed(svg).querySelector('parsererror')).toBeNull();
  expect(svg.match(/#F3B957/g)).toHaveLength(1);
  expect(CATEGORY_NAMES[category]).toMatch(/[一-鿿]/);
});

test('a category that this version does not know is drawn as another', () => {
  expect(known('pottery')).toBe('other');
});

test('of the wall after a seat only that window is lit', () => {
  const svg = wallSvg(['tea', 'guqin', 'choir'], 'light', one => one === 'guqin');

  expect(parsed(svg).querySelector('parsererror')).toBeNull();
  expect(svg.match(/#E09A34/g)).toHaveLength(1);
});

test('many crafts stand in two rows', () => {
  const svg = wallSvg([...CATEGORIES], 'dark', () => true);

  const rows = new Set([...svg.matchAll(/<svg[^>]* y="([\d.]+)"/g)].map(one => one[1]));
  expect(rows.size).toBe(4);
});

test('sixty rows of a page have one drawing', () => {
  const { container } = render(
    <Page title="班级">
      {Array.from({ length: 60 }, (_, i) => (
        <Motif key={i} category={i % 2 ? 'tea' : 'guqin'} />
      ))}
    </Page>,
  );

  const drawings = container.innerHTML.match(/data:image\/svg/g);
  expect(screen.getAllByRole('img', { name: '茶艺' })).toHaveLength(30);
  expect(drawings).toHaveLength(2);
  expect(screen.getAllByRole('img', { name: '茶艺' })[29]!.style.backgroundImage).toBe('var(--motif-tea)');
});
