import { lines } from '../lines';
import { namedBars } from '../named-bars';
import { stackedBars } from '../stacked-bars';
import type { Point } from '../stepped-area';
import { count, figure, SECOND_MS, spansOf, timeAxis, type Figure } from './figure';
import type { OperationKind, Rehearsed, Span } from './rehearsed';

/** What the platform had to do. */

export function calls(rehearsed: Rehearsed, most: number): Figure {
  const { turned } = rehearsed;
  const away = (span: Span) => span.turned.gate + span.turned.instances;
  const all = (span: Span) => span.calls.claim + span.calls.board + span.calls.place;
  const says = `平均每人 ${rehearsed.callsPerPerson.toFixed(2)} 次（要求不超过 ${most} 次），${count(turned.gate + turned.instances)} 次被平台挡回后重试`;
  return figure('每半秒的云函数调用', says, 220, look =>
    stackedBars(
      {
        title: '每半秒的云函数调用',
        x: timeAxis(rehearsed),
        said: count,
        layers: [
          {
            label: '执行了',
            tone: 'openFill',
            words: 'open',
            values: spansOf(rehearsed, span => all(span) - away(span)),
          },
          { label: '被挡回', tone: 'fewFill', words: 'few', values: spansOf(rehearsed, away) },
        ],
      },
      look,
    ),
  );
}

export function instances(rehearsed: Rehearsed): Figure {
  const { instances: all } = rehearsed;
  const points = (value: (span: Span) => number): Point[] =>
    spansOf(rehearsed, value).map((height, i): Point => [((i + 0.5) * rehearsed.spanMs) / SECOND_MS, height]);
  // If nobody called in a time span, it has no count of instances. They are as before.
  let total = rehearsed.warm;
  const totals = points(span => (total = Math.max(total, span.instances.total)));
  for (const point of totals) if (point[1] === 0) point[1] = total;
  return figure(
    '云函数实例',
    `预热 ${count(rehearsed.warm)} 个，最多同时用到 ${count(all.mostBusy)} 个，临时启动 ${count(all.cold)} 个`,
    200,
    look =>
      lines(
        {
          title: '云函数实例',
          x: timeAxis(rehearsed),
          y: { from: 0, to: Math.max(4, all.total), said: count },
          lines: [
            { label: '准备好的', tone: 'soft', points: totals, dashed: true },
            { label: '在用的', tone: 'open', points: points(span => span.instances.busy) },
          ],
        },
        look,
      ),
  );
}

const OPERATION_WORDS: { [kind in OperationKind]: string } = {
  reserve: '占住本人名下的位置',
  join: '排进队伍',
  readSection: '查看队伍',
  readStanding: '查看本人名下',
  release: '退还占位',
  readBatch: '查看期次',
  readBoard: '数剩余名额',
};

export function operations(rehearsed: Rehearsed): Figure {
  const bars = Object.entries(rehearsed.operations) as [OperationKind, number][];
  const shown = bars.filter(([, value]) => value > 0).sort(([, a], [, b]) => b - a);
  const sum = bars.reduce((total, [, value]) => total + value, 0);
  return figure(
    '数据库操作',
    `一共 ${count(sum)} 次，平均每人 ${(sum / rehearsed.people).toFixed(3)} 次`,
    34 * shown.length + 8,
    look =>
      namedBars(
        {
          title: '数据库操作',
          bars: shown.map(([kind, value]) => ({
            label: OPERATION_WORDS[kind],
            value,
            said: count(value),
            tone: ['reserve', 'join', 'release'].includes(kind) ? 'openFill' : 'waitingFill',
          })),
        },
        look,
      ),
  );
}
