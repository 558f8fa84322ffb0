import type { Player } from './player';

/**
 * A phone in a frame, with what a hand and a phone's settings do beside it. The address says which mini-program:
 * `?app=app/&cloud=…&people=…&beside=…`. `people` answers with names and openids.
 */
interface Person {
  name: string;
  openid: string;
}

const asked = new URLSearchParams(location.search);
const byId = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E;
const frame = byId<HTMLIFrameElement>('frame');
const player = (): Player | undefined => (frame.contentWindow as (Window & { player?: Player }) | null)?.player;

function open(openid: string): void {
  const search = new URLSearchParams({ app: asked.get('app') ?? 'app/', cloud: asked.get('cloud') ?? '', openid });
  frame.src = `index.html?${search}`;
}

/** The selects show what the phone is like, also after it was opened anew. */
function settle(): void {
  const theme = byId<HTMLSelectElement>('theme').value as 'light' | 'dark';
  const fontScale = Number(byId<HTMLSelectElement>('fontScale').value);
  const network = byId<HTMLSelectElement>('network').value as 'wifi' | 'none';
  player()?.change({ theme, fontScale, network });
}

const ACTS: Record<string, (on: Player) => void> = {
  back: on => on.back(),
  pull: on => on.pull(),
  hide: on => on.hide(),
  return: on => on.return(),
  share: on => void on.share('message').then(card => alert(JSON.stringify(card, null, 2))),
  restart: () => frame.contentWindow!.location.reload(),
  forget: on => {
    on.forget();
    frame.contentWindow!.location.reload();
  },
};

/** The last calls of setData, and the last thing that failed. */
function tell(): void {
  const log = player()?.log ?? [];
  const rows = log
    .flatMap(one => (one.kind === 'setData' ? [one] : []))
    .slice(-12)
    .map(({ route, call, bytes }) => {
      const row = document.createElement('tr');
      for (const cell of [route, String(call), bytes.toLocaleString()])
        row.append(Object.assign(document.createElement('td'), { textContent: cell }));
      return row;
    });
  byId('sent').replaceChildren(...rows);
  byId('failed').textContent = log.flatMap(one => (one.kind === 'failed' ? [one.message] : [])).pop() ?? '';
}

async function begin(): Promise<void> {
  const people = asked.get('people');
  const all = people ? ((await (await fetch(people)).json()) as Person[]) : [];
  const who = byId<HTMLSelectElement>('who');
  for (const { name, openid } of all)
    who.append(Object.assign(document.createElement('option'), { textContent: name, value: openid }));
  who.addEventListener('change', () => open(who.value));
  for (const id of ['theme', 'fontScale', 'network']) byId(id).addEventListener('change', settle);
  document.addEventListener('click', event => {
    const act = (event.target as HTMLElement).dataset.do;
    const on = player();
    if (act && on) ACTS[act]?.(on);
  });
  frame.addEventListener('load', settle);
  const beside = asked.get('beside');
  if (beside)
    byId('beside').append(
      '网页版 ',
      Object.assign(document.createElement('a'), { href: beside, target: '_blank', textContent: beside }),
    );
  setInterval(tell, 500);
  open(who.value);
}

void begin();
