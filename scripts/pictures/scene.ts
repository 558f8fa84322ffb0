import type { Page } from 'playwright-core';
import type { Stage } from './stage';

/** One picture: who looks at what and when, and what was done before. */
export interface Scene {
  /** docs/pictures/<name>.png */
  name: string;
  /** Beginning of the name of a person in the sample. */
  who: string | ((stage: Stage) => string);
  /** The time on the evening of the sample: `19:59:20`, or `+1 08:30` for the next morning. */
  at: string;
  path: string | ((stage: Stage) => Promise<string>);
  /** `data-testid` of the element that the picture shows. The scene waits for it. */
  shows: string;
  /** A phone, unless a desk is asked for. */
  size?: 'phone' | 'desk';
  /** What happened before anybody looked. Each is a state of the world, made once for all scenes that need it. */
  world?: (stage: Stage) => Promise<void>;
  /** What the person does on the page before the picture is taken. */
  before?: (page: Page, stage: Stage) => Promise<void>;
  /** The largest letters. */
  large?: boolean;
}

export const seen = (page: Page, testId: string) => page.locator(`[data-testid=${testId}]:visible`);
export const tap = (page: Page, testId: string, text?: string | RegExp) =>
  (text ? seen(page, testId).filter({ hasText: text }) : seen(page, testId)).first().click();
export const type = (page: Page, testId: string, text: string) => seen(page, testId).locator('input').fill(text);
/** Scrolls back to the top, because taps further down have moved the page. */
export const toTop = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('*').forEach(it => (it.scrollTop = 0)));
/** Scrolls until something is at the top of the picture, so far below its edge. */
export const lookAt = (page: Page, testId: string, below = 24) =>
  seen(page, testId)
    .first()
    .evaluate((element, margin) => {
      element.style.scrollMarginTop = `${margin}px`;
      element.scrollIntoView({ block: 'start' });
    }, below);
