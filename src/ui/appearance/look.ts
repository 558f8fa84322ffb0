/** How the app looks to its person. */
export interface Appearance {
  dark: boolean;
  /** 适老化: the largest letters, rows that stack, buttons over the full width. */
  large: boolean;
}
