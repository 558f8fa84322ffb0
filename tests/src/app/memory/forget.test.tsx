import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Taro from '@tarojs/taro';
import ts from 'typescript';
import { forgetPerson, onForget, personMap, personStore } from '../../../../src/app/memory/forget';
import { question } from '../../../../src/app/memory/asked';
import { recall, remember } from '../../../../src/app/memory/remembered';
import { claims, claimUntilKnown } from '../../../../src/features/line/claims';
import { say } from '../../../../src/app/page/said';
import { place } from '../../sample';
import { serve } from '../../server';

const SRC = join(__dirname, '../../../../src');

/** What lasts as long as the app and says nothing about a person. Everything else is made by `personStore` or `personMap`. */
const OF_THE_PHONE: Record<string, string> = {
  'app/call/transport-cloud.ts begun': 'whether the cloud was started',
  'app/local/person.ts people': 'the people of the sample data',
  'app/memory/forget.ts ways': 'how everything is forgotten',
  'app/page/said.ts timer': 'when the message goes',
  'app/privacy/questions.ts store': 'what WeChat asks just now',
  'app/way/history.h5.ts leaving': 'where the app is going',
  'app/way/history.h5.ts stepped': 'the page that wants to hear of steps',
  'app/way/history.h5.ts travelling': 'whether the browser is going back',
  'app/way/history.h5.ts watching': 'whether the app has begun',
  'features/lesson/lesson-acts.ts told': "the server's time",
  'features/line/board.ts boards': 'counts of seats, which everybody sees',
  'features/line/posted.ts seen': 'the posted board, which everybody sees',
  'features/link/use-share.weapp.ts drawn': 'pictures of cards, drawn from kinds of classes',
  'features/roll/device.ts name': "the phone's own name",
  'features/roll/outbox.ts outbox':
    'marks that are not sent: they must arrive, and their box is named after their maker',
  'features/roll/rolls.ts turns': 'calls on their way',
  'features/roll/send.ts running': 'calls on their way',
  'features/roll/send.ts soon': 'calls that are about to be made',
  'ui/appearance/appearance.ts store': 'how the phone shows the app',
  'ui/drawing/surface.weapp.ts pictures': 'names of files',
  'ui/open-sheets.ts openSheets': 'what is open on the screen',
};

/** Who writes to the phone's storage. */
const WRITES: Record<string, string> = {
  'app/local/person.ts': 'whom the local build plays',
  'app/memory/remembered.ts': 'what is of a person: forgotten with the person',
  'app/privacy/platform.h5.ts': "the local build's play of WeChat's question",
  'features/roll/box.ts': 'marks that are not sent, by their maker',
  'features/roll/device.ts': "the phone's own name",
  'ui/appearance/appearance.ts': 'how the phone shows the app',
};

const files = (readdirSync(SRC, { recursive: true }) as string[])
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => /\.tsx?$/.test(name))
  .sort();
const textOf = (name: string) => readFileSync(join(SRC, name), 'utf8');

/** A container that is empty at first will be filled; one with its content is a constant. */
const fills = (value: ts.Expression | undefined): boolean =>
  value !== undefined &&
  ((ts.isCallExpression(value) && value.expression.getText() === 'createStore') ||
    (ts.isNewExpression(value) &&
      ['Map', 'Set', 'WeakMap', 'WeakSet'].includes(value.expression.getText()) &&
      !value.arguments?.length) ||
    (ts.isArrayLiteralExpression(value) && value.elements.length === 0));

/** The variables of a file that outlast a screen: those of the module that change, or whose content does. */
function lasting(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList: { flags, declarations } }) =>
    declarations
      .filter(one => !(flags & ts.NodeFlags.Const) || fills(one.initializer))
      // An empty list in capitals is the word for "none".
      .filter(one => !/^[A-Z_]+$/.test(one.name.getText()))
      .map(one => `${name} ${one.name.getText()}`),
  );
}

test('whatever lasts in the app is of the phone, with its reason, or is forgotten with the person', () => {
  expect(files.flatMap(name => lasting(name, textOf(name))).sort()).toEqual(Object.keys(OF_THE_PHONE).sort());
});

test('that search finds what a careless hand would add', () => {
  const added = `
    const mine = createStore(() => ({}));
    export const kept = new Map<string, number>();
    let last: string | undefined;
    const list: string[] = [];
    const KINDS = new Set(['a']);
    const well = personStore(() => ({}));
  `;

  expect(lasting('x.ts', added)).toEqual(['x.ts mine', 'x.ts kept', 'x.ts last', 'x.ts list']);
});

test('only these write to the storage of the phone', () => {
  const writes = files.filter(name => /\bsetStorage(Sync)?\b|\blocalStorage\b/.test(textOf(name)));

  expect(writes).toEqual(Object.keys(WRITES).sort());
});

test('a person who is forgotten is forgotten everywhere: answers, claims, what was said, and the storage', async () => {
  serve({
    'line.claim': { data: { place: place('tea', 'SEATED', 17), already: false, clearedSectionIds: [] } },
    'line.mine': { data: { places: [] } },
  });
  const mine = question('line.mine', {});
  await mine.ask();
  await claimUntilKnown('b1', 'tea');
  claims.setState({ tea: { step: 'sending', outcome: undefined } });
  remember('calendar', { 'b1-0001-3': 1 }, 1);
  say({ text: '已经退了' });
  const store = personStore(() => ({ seats: 0 }));
  const map = personMap<string, number>();
  store.setState({ seats: 2 });
  map.set('tea', 1);
  let told = 0;
  onForget(() => (told += 1));

  forgetPerson();

  expect(mine.store.getState()).toEqual({ data: undefined, savedAt: 0, asking: false, failed: undefined });
  expect(claims.getState()).toEqual({});
  expect(recall('calendar')).toBeUndefined();
  expect(store.getState()).toEqual({ seats: 0 });
  expect(map.size).toBe(0);
  expect(told).toBe(1);
  expect(Taro.getStorageInfoSync().keys).toEqual([]);
});
