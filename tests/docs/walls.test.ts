import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** What the linter says of an import that stands in a file. The file need not be there. */
const CASES: [file: string, from: string, may: boolean][] = [
  ['src/ui/tap.tsx', './a11y', true],
  ['src/ui/motifs/wall.ts', '../../../domain/model', true],
  ['src/ui/tap.tsx', '../app/page/page', false],
  ['src/ui/motifs/wall.ts', '../../features/line/claims', false],
  ['src/app/page/page.tsx', '../../ui/tap', true],
  ['src/app/page/page.tsx', '../../features/line/claims', false],
  ['src/features/line/claims.ts', '../../app/call/call', true],
  ['src/features/line/claims.ts', '../../../domain/lesson/times', true],
  ['src/features/line/claims.ts', '../lesson/here', false],
  ['src/features/line/claims.ts', '../../pages/mine/timetable', false],
  ['src/pages/mine/index.tsx', '../../features/line/drop-sheet', true],
  ['src/pages/mine/index.tsx', '../section/index', false],
  ['src/packages/me/class/index.tsx', './lessons', true],
  ['src/packages/me/class/index.tsx', '../../../pages/mine/timetable', false],
  ['src/packages/me/class/index.tsx', '../erase/erase-sheet', false],
  ['src/packages/me/class/index.tsx', '../../../../server/line/claim', false],
  ['src/packages/me/class/index.tsx', '../../../../domain/api', false],
  ['domain/line/line.ts', '../../server/line/claim', false],
  ['server/line/claim.ts', 'wx-server-sdk', false],
];

const ASK = `
  import { ESLint } from 'eslint';
  const eslint = new ESLint();
  const ask = async ([filePath, from]) => {
    const [{ messages }] = await eslint.lintText('import { x } from ' + JSON.stringify(from) + ';export const y = x;', { filePath });
    return messages.filter(one => one.ruleId === 'no-restricted-imports').length === 0;
  };
  console.log(JSON.stringify(await Promise.all(${JSON.stringify(CASES)}.map(ask))));
`;

test('the walls that ARCHITECTURE draws are held by the linter', () => {
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', ASK], { cwd: ROOT, encoding: 'utf8' });

  expect((JSON.parse(said) as boolean[]).map((may, i) => [...CASES[i]!.slice(0, 2), may])).toEqual(CASES);
});

/** The linter's verdict on a line of a file: may it tell the states of a place apart like this? */
const PLACES: [file: string, code: string, may: boolean][] = [
  ['src/pages/mine/place-row.tsx', "mine.place.state === 'SEATED'", false],
  ['server/lesson/check-in.ts', "placeOf(section, id)?.state !== 'SEATED'", false],
  ['domain/line/drop.ts', "state === 'WAITING'", false],
  ['domain/line/place.ts', "state === 'SEATED'", true],
  ['src/pages/mine/place-row.tsx', "isSeated(place) ? '入座' : '候补'", false],
  ['src/pages/mine/place-row.tsx', 'seated ? `第 ${n} 座` : other', false],
  ['src/pages/mine/place-row.tsx', '!isSeated(place) ? <View>候补</View> : null', false],
  ['src/pages/mine/place-row.tsx', "isSeated(place) ? go.myClass(id) : 'ink'", true],
  ['src/pages/mine/place-row.tsx', "waiting > 0 ? '有人候补' : '没有人候补'", true],
];

test('a place is told apart in one file and named by one table', () => {
  const ask = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint();
    const ask = async ([filePath, code]) => {
      const [{ messages }] = await eslint.lintText('export const x = ' + code + ';', { filePath });
      return messages.filter(one => one.ruleId === 'no-restricted-syntax' || one.fatal).length === 0;
    };
    console.log(JSON.stringify(await Promise.all(${JSON.stringify(PLACES)}.map(ask))));
  `;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', ask], { cwd: ROOT, encoding: 'utf8' });

  expect((JSON.parse(said) as boolean[]).map((may, i) => [...PLACES[i]!.slice(0, 2), may])).toEqual(PLACES);
});
