import { lines } from '../lines';
import type { Tone } from '../palette';
import { stackedBars } from '../stacked-bars';
import { steppedArea, type Point } from '../stepped-area';
import { count, figure, inSeconds, SECOND_MS, spansOf, timeAxis, type Figure } from './figure';
import type { Percentiles, Rehearsed, Span } from './rehearsed';

/** What became of the people. */

export function seats(rehearsed: Rehearsed): Figure {
  const { at } = rehearsed.seats;
  // A rush that is over in a second must not look like a wall at the left edge.
  const last = (at[at.length - 1] ?? 0) / SECOND_MS;
  const to = Math.max(1, Math.ceil(last * 1.15 * 2) / 2);
  const points: Point[] = [[0, 0], ...at.map((ms, i): Point => [ms / SECOND_MS, i + 1])];
  const { capacity } = rehearsed.batch;
  const says = at.length
    ? `第一个名额 ${((at[0] ?? 0) / SECOND_MS).toFixed(2)} 秒给出，最后一个 ${last.toFixed(2)} 秒`
    : '没有给出名额';
  return figure('名额给出的过程', says, 240, look =>
    steppedArea(
      {
        title: '名额给出的过程',
        x: { from: 0, to, said: inSeconds },
        points,
        limit: { value: capacity, label: `全部 ${count(capacity)} 个名额` },
        marks: rehearsed.full.map(one => ({ x: one.at / SECOND_MS, y: one.seats, label: `${one.name}满` })),
        end: count(at.length),
      },
      look,
    ),
  );
}

export function answers(rehearsed: Rehearsed): Figure {
  const { told } = rehearsed;
  const layer = (label: string, tone: Tone, words: Tone, value: (span: Span) => number) => ({
    label,
    tone,
    words,
    values: spansOf(rehearsed, value),
  });
  const byBoard = told.FULL_BY_BOARD / rehearsed.people;
  const says = told.FULL_BY_BOARD
    ? `${Math.round(byBoard * 100)}% 的人从公示榜得知已满，没有占用云函数`
    : '每一条答复都经过云函数';
  return figure('每半秒给出的答复', says, 240, look =>
    stackedBars(
      {
        title: '每半秒给出的答复',
        x: timeAxis(rehearsed),
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

export function waits(rehearsed: Rehearsed): Figure {
  const line = (label: string, tone: Tone, value: (waits: Percentiles) => number) => ({
    label,
    tone,
    // If nobody who was answered tapped in a second, that second says nothing.
    points: rehearsed.waitsBySecond.flatMap((one, second): Point[] =>
      one.people > 0 ? [[second + 0.5, value(one) / SECOND_MS]] : [],
    ),
  });
  const { p50, p95, p99, max } = rehearsed.waits;
  const said = (ms: number) => `${(ms / SECOND_MS).toFixed(2)} 秒`;
  const most = Math.max(1, ...rehearsed.waitsBySecond.map(one => one.p99 / SECOND_MS));
  const whom = rehearsed.definite < rehearsed.people ? `只算得到答复的 ${count(rehearsed.definite)} 人：` : '';
  const says = `${whom}一半的人 ${said(p50)}内，95% ${said(p95)}内，99% ${said(p99)}内，最慢 ${said(max)}`;
  return figure('从点下到明确答复', says, 230, look =>
    lines(
      {
        title: '从点下到明确答复，按点下的时间',
        x: { from: 0, to: Math.max(1, rehearsed.seconds), said: inSeconds },
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
