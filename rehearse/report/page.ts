import { SECOND } from '../../domain/base/clock';
import type { RehearsalSheet } from '../../domain/rehearsal/rehearsal';
import type { Summary } from '../summary';
import { figuresOf, type DrawnFigure } from './figures';
import { STYLE } from './style';

const CURVES: Record<string, string> = { even: '人数均匀', stroke: '开头最多' };

const html = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const count = (value: number): string => Math.round(value).toLocaleString('en-US');

/** The report: one page that loads nothing else. */
export function pageOf(summary: Summary, sheet: RehearsalSheet): string {
  const { batch, people, profile, seats, lastToldAt, callsPerPerson, definite } = summary;
  const sum = (label: string, value: string, unit: string, green = false) =>
    `<div><p class="quiet">${label}</p><p><b${green ? ' class="green"' : ''}>${value}</b> <span class="quiet">${unit}</span></p></div>`;
  const figures = figuresOf(summary).map(card);
  const pairs = [];
  for (let i = 0; i < figures.length; i += 2)
    pairs.push(`<div class="pair">${figures[i]}${figures[i + 1] ?? ''}</div>`);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>放号演练 ${html(batch.title)}</title><style>${STYLE}</style></head><body><main>
<header><div><h1>放号演练</h1>
<p>${html(batch.title)}，${batch.sections} 个班，${count(batch.capacity)} 个名额，连候补 ${count(batch.places)} 个位置</p>
<p class="quiet">${count(people)} 人在 ${summary.seconds} 秒内点报名（${CURVES[summary.curve] ?? ''}），按${html(profile.label)}推演</p></div>
<div class="seal seal--${sheet.go ? 'go' : 'no'}"><b>${sheet.title}</b></div></header>
<div class="sums">
${sum('已给出名额', count(seats.given), `/ ${count(batch.capacity)}`, seats.given === batch.capacity)}
${sum('全部答完', definite === people ? (lastToldAt / SECOND).toFixed(1) : '未答完', definite === people ? '秒' : `${count(people - definite)} 人没有答复`)}
${sum('一半的人等', ...halfWaits(summary))}
${sum('平均每人调用', callsPerPerson.toFixed(2), '次')}
</div>
<div class="pair"><section class="card"><h2>判断</h2><ul>${sheet.reasons
    .map(({ holds, says }) => `<li class="${holds ? 'yes' : 'no'}"><span>${html(says)}</span></li>`)
    .join('')}</ul></section>
<section class="card"><h2>建议</h2><ul>${(sheet.advice.length ? sheet.advice : ['不用另做准备'])
    .map(says => `<li class="do"><span>${html(says)}</span></li>`)
    .join('')}</ul></section></div>
${pairs.join('\n')}
<footer class="quiet"><p>这是推演，不是压测：排队规则和手机端的重试规则用的是正式程序的同一份代码，平台的限额、时延和到来的人流是设定的数。没有在真实环境上核对过的，见 docs/rehearse.md。</p>
<p>随机种子 ${summary.seed}：同样的设定再跑一遍，结果完全一样。${summary.posted ? '' : '这次没有挂公示榜。'}${summary.pacing === 'eager' ? '这次的手机端不按规矩重试。' : ''}</p></footer>
</main></body></html>
`;
}

/** If fewer than half were answered, there is no such time. */
const halfWaits = ({ definite, people, waits }: Summary): [string, string] =>
  definite * 2 >= people ? [(waits.p50 / SECOND).toFixed(2), '秒'] : ['没有答复', ''];

const card = ({ title, says, wide, narrow }: DrawnFigure): string =>
  `<section class="card figure"><h2>${html(title)}</h2><p class="quiet">${html(says)}</p><div class="wide">${wide}</div><div class="narrow">${narrow}</div></section>`;
