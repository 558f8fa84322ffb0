import { LIGHT } from '../../charts/palette';
import { rehearsalFigures } from '../../charts/rehearsal/figures';
import { GOALS } from '../../domain/rehearsal/rehearsal';
import type { Summary } from '../summary';

export interface DrawnFigure {
  title: string;
  says: string;
  /** For a wide page and for a phone. */
  wide: string;
  narrow: string;
}

export const figuresOf = (summary: Summary): DrawnFigure[] =>
  rehearsalFigures(summary, GOALS.callsPerPerson).map(({ title, says, height, draw }) => ({
    title,
    says,
    wide: draw({ width: 640, height, size: 13, palette: LIGHT }),
    narrow: draw({ width: 330, height, size: 12, palette: LIGHT }),
  }));
