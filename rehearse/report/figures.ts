import { lines } from '../../charts/lines';
import { namedBars } from '../../charts/named-bars';
import { LIGHT, type Tone } from '../../charts/palette';
import { stackedBars } from '../../charts/stacked-bars';
import { steppedArea, type Point } from '../../charts/stepped-area';
import type { Look } from '../../charts/svg';
import { SECOND } from '../../domain/clock';
import type { Span } from '../record';
import { GOALS } from '../sheet';
import type { Summary, Waits } from '../summary';
import type { OperationKind } from '../world/database';

export interface Figure {
  title: string;
  /** One sentence that says what is to be seen. */
  says: string;
  /** For a wide page and for a phone. */
  wide: string;
  narrow: string;
}

const count = (value: number) => Math.round(value).toLocaleString('en-US');
const inSeconds = (value: number) => `${value} 秒`;

const figure = (title: string, says: string, height: number, draw: (look: Look) => string): Figure => ({
  title,
  says,
  wide: draw({ width: 640, height, size: 13, palette: LIGHT }),
  narrow: draw({ width: 330, height, size: 12, palette: LIGHT }),
});

export function figuresOf(summary: Summary): Figure[] {
  return [seats(summary), answers(summary), waits(summary), calls(summary), instances(summary), operations(summary)];
}

/** Seconds from the stroke to where the charts end: a little after the last answer. */
const lengthOf = (summary: Summary): number => Math.max(2, Math.ceil(summary.lastToldAt / SECOND));

const spansOf = (summary: Summary, value: (span: Span) => number): number[] => {
  const bars = (lengthOf(summary) * SECOND) / summary.spanMs;
  return Array.from({ length: bars }, (_, i) => (summary.spans[i] ? value(summary.spans[i]) : 0));
};

const timeAxis = (summary: Summary) => ({ from: 0, to: lengthOf(summary), said: inSeconds });

function seats(summary: Summary): Figure {
  const { at } = summary.seats;
  // A rush over in a second is not to be drawn as a wall at the left edge.
  const last = (at.at(-1) ?? 0) / SECOND;
  const to = Math.max(1, Math.ceil(last * 1.15 * 2) / 2);
  const points: Point[] = [[0, 0], ...at.map((ms, i): Point => [ms / SECOND, i + 1])];
  const { capacity } = summary.batch;
  const says = at.length
    ? `第一个名额 ${((at[0] ?? 0) / SECOND).toFixed(2)} 秒给出，最后一个 ${last.toFixed(2)} 秒`
    : '没有给出名额';
  return figure('名额给出的过程', says, 240, look =>
    steppedArea(
      {
        title: '名额给出的过程',
        x: { from: 0, to, said: inSeconds },
        points,
        limit: { value: capacity, label: `全部 ${count(capacity)} 个名额` },
        marks: summary.full.map(one => ({ x: one.at / SECOND, y: one.seats, label: `${one.name}满` })),
        end: count(at.length),
      },
      look,
    ),
  );
}

function answers(summary: Summary): Figure {
  const { told } = summary;
  const layer = (label: string, tone: Tone, words: Tone, value: (span: Span) => number) => ({
    label,
    tone,
    words,
    values: spansOf(summary, value),
  });
  const byBoard = told.FULL_BY_BOARD / summary.people;
  const says = told.FULL_BY_BOARD
    ? `${Math.round(byBoard * 100)}% 的人从公示榜得知已满，没有占用云函数`
    : '每一条答复都经过云函数';
  return figure('每半秒给出的答复', says, 240, look =>
    stackedBars(
      {
        title: '每半秒给出的答复',
        x: timeAxis(summary),
        said: count,
        layers: [
          layer('入座', 'openFill', 'open', span => span.told.SEATED),
          layer('候补', 'waitingFill', 'waiting', span => span.told.WAITING),
          layer('已满（云函数）', 'full', 'full', span => span.told.FULL),
          layer('已满（公示榜）', 'fullFill', 'soft', span => span.told.FULL_BY_BOARD),
          layer('请稍后再试', 'fewFill', 'few', span => span.told.BUSY),
        ],
      },
      look,
    ),
  );
}

function waits(summary: Summary): Figure {
  const line = (label: string, tone: Tone, value: (waits: Waits) => number) => ({
    label,
    tone,
    // A second in which nobody tapped who was answered says nothing.
    points: summary.waitsBySecond.flatMap((one, second): Point[] =>
      one.people > 0 ? [[second + 0.5, value(one) / SECOND]] : [],
    ),
  });
  const { p50, p95, p99, max } = summary.waits;
  const said = (ms: number) => `${(ms / SECOND).toFixed(2)} 秒`;
  const most = Math.max(1, ...summary.waitsBySecond.map(one => one.p99 / SECOND));
  const whom = summary.definite < summary.people ? `只算得到答复的 ${count(summary.definite)} 人：` : '';
  const says = `${whom}一半的人 ${said(p50)}内，95% ${said(p95)}内，99% ${said(p99)}内，最慢 ${said(max)}`;
  return figure('从点下到明确答复', says, 230, look =>
    lines(
      {
        title: '从点下到明确答复，按点下的时间',
        x: { from: 0, to: Math.max(1, summary.seconds), said: inSeconds },
        y: { from: 0, to: most, said: inSeconds },
        lines: [
          line('99%', 'few', one => one.p99),
          line('95%', 'waiting', one => one.p95),
          line('一半', 'open', one => one.p50),
        ],
      },
      look,
    ),
  );
}

function calls(summary: Summary): Figure {
  const { turned } = summary;
  const away = (span: Span) => span.turned.gate + span.turned.instances;
  const all = (span: Span) => span.calls.claim + span.calls.board + span.calls.place;
  const says = `平均每人 ${summary.callsPerPerson.toFixed(2)} 次（要求不超过 ${GOALS.callsPerPerson} 次），${count(turned.gate + turned.instances)} 次被平台挡回后重试`;
  return figure('每半秒的云函数调用', says, 220, look =>
    stackedBars(
      {
        title: '每半秒的云函数调用',
        x: timeAxis(summary),
        said: count,
        layers: [
          {
            label: '执行了',
            tone: 'openFill',
            words: 'open',
            values: spansOf(summary, span => all(span) - away(span)),
          },
          { label: '被挡回', tone: 'fewFill', words: 'few', values: spansOf(summary, away) },
        ],
      },
      look,
    ),
  );
}

function instances(summary: Summary): Figure {
  const { instances: all } = summary;
  const points = (value: (span: Span) => number): Point[] =>
    spansOf(summary, value).map((height, i): Point => [((i + 0.5) * summary.spanMs) / SECOND, height]);
  // A span in which nobody called knows of no instances: they are as before.
  let total = summary.warm;
  const totals = points(span => (total = Math.max(total, span.instances.total)));
  for (const point of totals) if (point[1] === 0) point[1] = total;
  return figure(
    '云函数实例',
    `预热 ${count(summary.warm)} 个，最多同时用到 ${count(all.mostBusy)} 个，临时启动 ${count(all.cold)} 个`,
    200,
    look =>
      lines(
        {
          title: '云函数实例',
          x: timeAxis(summary),
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

const OPERATION_WORDS: Record<OperationKind, string> = {
  reserve: '占住本人名下的位置',
  join: '排进队伍',
  readSection: '查看队伍',
  readStanding: '查看本人名下',
  release: '退还占位',
  readBatch: '查看期次',
  readBoard: '数剩余名额',
};

function operations(summary: Summary): Figure {
  const bars = Object.entries(summary.operations) as [OperationKind, number][];
  const shown = bars.filter(([, value]) => value > 0).sort(([, a], [, b]) => b - a);
  const sum = bars.reduce((total, [, value]) => total + value, 0);
  return figure(
    '数据库操作',
    `一共 ${count(sum)} 次，平均每人 ${(sum / summary.people).toFixed(3)} 次`,
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
