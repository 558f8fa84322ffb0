import type { MyCertificate } from '../../../../domain/api';
import { factsOf, NO_QUALIFICATION } from '../../../../domain/certificate/facts';
import type { Picture, Stroke } from '../../../ui/drawing/picture';

const WIDTH = 1080;
const HEIGHT = 1440;
/** The height that the code adds. */
const WITH_CODE = 260;
const CODE = 260;
export const CODE_IMAGE = 'code';
const MIDDLE = WIDTH / 2;
const EDGE = 56;
const LEFT = 160;
const VALUES = 340;
const INK = {
  first: '#2B211C',
  second: '#5C4F46',
  third: '#73665B',
  red: '#A83325',
  line: '#E0D3C0',
  paper: '#F7F2E9',
};

const TYPE_IT = '在小程序“我的”→“结课证明”里输入编号，可以核对真假';

/** About as wide as so many Chinese characters. Digits are narrow in every font; a Latin letter may be wide. */
const lengthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/\d/.test(letter) ? 0.6 : 1), 0);

/** A value is written as large as its room allows. */
const sized = (text: string, most: number, room: number): number => Math.min(most, Math.floor(room / lengthOf(text)));

/**
 * The certificate as a picture: a frame, its name, whom it is for, and every fact that the check shows, too. With its
 * mini-program code at the foot, if there is one.
 */
export function certificateLayout(certificate: MyCertificate, withCode: boolean): Picture {
  const height = HEIGHT + (withCode ? WITH_CODE : 0);
  const text = (words: string, x: number, y: number, size: number, fill: string, more: object = {}): Stroke => ({
    draw: 'text',
    text: words,
    x,
    y,
    size,
    fill,
    ...more,
  });
  const middle = { align: 'center' as const };
  const frame = (edge: number, fill: string): Stroke => ({
    draw: 'box',
    x: edge,
    y: edge,
    width: WIDTH - 2 * edge,
    height: height - 2 * edge,
    fill,
    radius: 12,
  });
  const beside = LEFT + CODE + 44;
  const scanned: Stroke[] = [
    { draw: 'box', x: LEFT, y: 1224, width: CODE, height: CODE, fill: '#FFFFFF', radius: 12 },
    { draw: 'image', x: LEFT + 10, y: 1234, width: CODE - 20, height: CODE - 20, name: CODE_IMAGE },
    text('用微信扫一扫，核对真假', beside, 1330, 38, INK.first, { bold: true }),
    text('或在小程序“我的”→“结课证明”里', beside, 1390, 28, INK.second),
    text('输入编号', beside, 1432, 28, INK.second),
  ];
  const [, ...facts] = factsOf(certificate, certificate.name);
  return {
    width: WIDTH,
    height,
    strokes: [
      { draw: 'box', x: 0, y: 0, width: WIDTH, height, fill: INK.paper },
      frame(EDGE, INK.red),
      frame(EDGE + 6, INK.paper),
      frame(EDGE + 18, INK.line),
      frame(EDGE + 20, INK.paper),
      text('结 课 证 明', MIDDLE, 250, 92, INK.red, { ...middle, bold: true, serif: true }),
      text(certificate.name, MIDDLE, 420, sized(certificate.name, 84, 700), INK.first, {
        ...middle,
        bold: true,
        serif: true,
      }),
      text('参加了本会举办的公益课程，特此证明', MIDDLE, 500, 38, INK.second, middle),
      { draw: 'box', x: LEFT, y: 560, width: WIDTH - 2 * LEFT, height: 2, fill: INK.line },
      ...facts.flatMap(([label, value], index): Stroke[] => {
        const y = 640 + index * 84;
        const size = sized(value, 42, WIDTH - VALUES - LEFT + 60);
        return [text(label, LEFT, y, 34, INK.third), text(value, VALUES, y, size, INK.first)];
      }),
      { draw: 'box', x: LEFT, y: 1196, width: WIDTH - 2 * LEFT, height: 2, fill: INK.line },
      ...(withCode ? scanned : [text(TYPE_IT, MIDDLE, 1256, 30, INK.second, middle)]),
      text(NO_QUALIFICATION, MIDDLE, height - 136, 28, INK.third, middle),
      ...(certificate.revoked
        ? [text('已 撤 销', MIDDLE, 1180, 120, INK.red, { ...middle, bold: true, serif: true })]
        : []),
    ],
  };
}
