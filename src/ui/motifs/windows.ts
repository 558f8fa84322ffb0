/** The garden windows (漏窗) behind which a motif is seen. The grid is 96, and the window fills 6 to 90. */
const scallop = () => {
  const petals = 12;
  const radius = 38.5;
  let path = '';
  for (let i = 0; i <= petals; i++) {
    const angle = ((i - 0.5) / petals) * 2 * Math.PI - Math.PI / 2;
    const x = +(48 + radius * Math.cos(angle)).toFixed(2);
    const y = +(48 + radius * Math.sin(angle)).toFixed(2);
    path += i ? `A10.6 10.6 0 0 1 ${x} ${y}` : `M${x} ${y}`;
  }
  return `${path}Z`;
};

export const WINDOWS = {
  arch: 'M10 83V46a38 38 0 0 1 76 0v37a6 6 0 0 1-6 6H16a6 6 0 0 1-6-6Z',
  moon: 'M48 6a42 42 0 1 1 0 84a42 42 0 1 1 0-84Z',
  octagon:
    'M33 7h30a7 7 0 0 1 5 2l19 19a7 7 0 0 1 2 5v30a7 7 0 0 1-2 5L68 87a7 7 0 0 1-5 2H33a7 7 0 0 1-5-2L9 68a7 7 0 0 1-2-5V33a7 7 0 0 1 2-5L28 9a7 7 0 0 1 5-2Z',
  hexagon:
    'M44 7.3a8 8 0 0 1 8 0l29 16.8a8 8 0 0 1 4 6.9v34a8 8 0 0 1-4 6.9L52 88.7a8 8 0 0 1-8 0L15 71.9a8 8 0 0 1-4-6.9V31a8 8 0 0 1 4-6.9Z',
  notched:
    'M22 9h52a3 3 0 0 1 3 3a7 7 0 0 0 7 7a3 3 0 0 1 3 3v52a3 3 0 0 1-3 3a7 7 0 0 0-7 7a3 3 0 0 1-3 3H22a3 3 0 0 1-3-3a7 7 0 0 0-7-7a3 3 0 0 1-3-3V22a3 3 0 0 1 3-3a7 7 0 0 0 7-7a3 3 0 0 1 3-3Z',
  begonia: 'M22 22a29 29 0 0 1 52 0a29 29 0 0 1 0 52a29 29 0 0 1-52 0a29 29 0 0 1 0-52Z',
  scallop: scallop(),
};

export type WindowShape = keyof typeof WINDOWS;
