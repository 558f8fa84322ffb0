/**
 * Distances and letters come from src/styles/tokens.scss, so that every screen has the same rhythm and grows with the
 * largest letters. Up to 3 px are left to the eye; from 48 px on a length is the layout's own.
 */
const DISTANCE = /(^|\s)([4-9]|[1-3]\d|4[0-7])(\.\d+)?px/;

export default {
  customSyntax: 'postcss-scss',
  rules: {
    'declaration-property-value-disallowed-list': [
      { '/^(margin|padding|gap)/': [DISTANCE], '/^(font-size|line-height)$/': [/px/] },
      { message: (property, value) => `${property}: ${value} is a matter of the tokens (src/styles/tokens.scss)` },
    ],
    'declaration-block-no-duplicate-properties': true,
    'block-no-empty': true,
  },
  ignoreFiles: ['src/styles/tokens.scss', 'src/app/local/**'],
};
