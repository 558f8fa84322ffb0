/** Colours by what they mean; the same as the app's (`src/styles/tokens.scss`). */
export interface Palette {
  /** Numbers and words that matter. */
  ink: string;
  /** Axis labels, footnotes. */
  soft: string;
  /** Hairlines. */
  line: string;
  /** The ground that the chart lies on. */
  paper: string;
  open: string;
  openWash: string;
  openFill: string;
  waiting: string;
  waitingFill: string;
  full: string;
  fullFill: string;
  few: string;
  fewFill: string;
  absent: string;
  absentFill: string;
  red: string;
}

export type Tone = keyof Palette;

export const LIGHT: Palette = {
  ink: '#2b211c',
  soft: '#73665b',
  line: '#e7ddce',
  paper: '#fffdf9',
  open: '#2c6b50',
  openWash: '#e3efe6',
  openFill: '#4c8e6f',
  waiting: '#38568a',
  waitingFill: '#6f8bbb',
  full: '#675a50',
  fullFill: '#cdbfae',
  few: '#8a5309',
  fewFill: '#d2902e',
  absent: '#7d3b54',
  absentFill: '#a2607c',
  red: '#a83325',
};

export const DARK: Palette = {
  ink: '#f4ebe0',
  soft: '#a99a8d',
  line: '#3a302a',
  paper: '#231d1a',
  open: '#8ccba8',
  openWash: '#1f3329',
  openFill: '#5ba582',
  waiting: '#a9c0ea',
  waitingFill: '#7f9bcb',
  full: '#b5a699',
  fullFill: '#5c4e44',
  few: '#edbe6e',
  fewFill: '#d9a04a',
  absent: '#e3a5bb',
  absentFill: '#b56f8b',
  red: '#f19a86',
};
