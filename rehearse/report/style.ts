/** The look of the report: rice paper, one serif title, one seal. Nothing is loaded from anywhere. */
export const STYLE = `
:root { --paper: #f7f2e9; --surface: #fffdf9; --line: #e7ddce; --ink: #2b211c; --ink-2: #5c4f46; --ink-3: #73665b;
  --red: #a83325; --red-tint: #f9e9e2; --open: #2c6b50; --open-tint: #e3efe6; --few: #8a5309; --few-tint: #fbeed3; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 -apple-system, 'PingFang SC',
  'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 1080px; margin: 0 auto; padding: 40px 24px 64px; }
h1, .seal b { font-family: 'Songti SC', 'Source Han Serif SC', 'Noto Serif CJK SC', serif; }
h1 { font-size: 32px; line-height: 1.3; margin: 0; }
h2 { font-size: 17px; line-height: 1.4; margin: 0; }
p { margin: 0; }
.quiet { color: var(--ink-3); font-size: 14px; }
header { display: flex; justify-content: space-between; gap: 24px; align-items: flex-start; }
header .quiet { margin-top: 6px; }
.seal { flex: none; padding: 12px 22px; border-radius: 12px; text-align: center; }
.seal b { display: block; font-size: 28px; line-height: 1.2; letter-spacing: 0.06em; }
.seal--go { color: var(--open); background: var(--open-tint); border: 2px solid var(--open); }
.seal--no { color: var(--red); background: var(--red-tint); border: 2px solid var(--red); }
.sums { display: grid; grid-template-columns: repeat(4, 1fr); margin: 28px 0; }
.sums div { padding-left: 20px; border-left: 1px solid var(--line); }
.sums div:first-child { padding-left: 0; border-left: 0; }
.sums b { font-size: 34px; line-height: 1.25; }
.sums .green { color: var(--open); }
.card { background: var(--surface); border-radius: 18px; padding: 22px 24px; box-shadow: 0 1px 2px rgba(74,50,35,.05),
  0 6px 18px rgba(74,50,35,.05); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; margin-bottom: 20px; }
ul { list-style: none; margin: 12px 0 0; padding: 0; }
li { display: flex; gap: 10px; padding: 5px 0; }
li::before { flex: none; width: 1.1em; font-weight: 700; }
li.yes::before { content: '✓'; color: var(--open); }
li.no::before { content: '✕'; color: var(--red); }
li.no { color: var(--red); }
li.do::before { content: '·'; color: var(--few); text-align: center; }
.figure .quiet { margin: 2px 0 14px; }
.figure svg { display: block; width: 100%; height: auto; }
.narrow { display: none; }
footer { margin-top: 28px; }
footer p { margin-top: 6px; }
@media (max-width: 760px) {
  main { padding: 24px 16px 40px; }
  header { flex-direction: column; gap: 16px; }
  h1 { font-size: 26px; }
  .sums { grid-template-columns: 1fr 1fr; gap: 16px 0; margin: 22px 0; }
  .sums div:nth-child(odd) { padding-left: 0; border-left: 0; }
  .sums b { font-size: 28px; }
  .pair { grid-template-columns: 1fr; gap: 16px; margin-bottom: 16px; }
  .card { padding: 18px; }
  .wide { display: none; }
  .narrow { display: block; }
}
@media print { body { background: #fff; } .card { box-shadow: none; border: 1px solid var(--line); break-inside: avoid; } }
`;
