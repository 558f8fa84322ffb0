import type { Page } from 'playwright-core';
import type { Stage } from './stage';

/** One picture: who looks at what, when, and what was done before. */
export interface Scene {
  /** docs/pictures/<name>.png */
  name: string;
  /** Beginning of the name of somebody in the sample. */
  who: string | ((stage: Stage) => string);
  /** When it is, on the evening of the sample: `19:59:20`, `+1 08:30` the next morning. */
  at: string;
  path: string | ((stage: Stage) => Promise<string>);
  /** `data-testid` of what the picture is about; waited for. */
  shows: string;
  /** A phone unless a desk is asked for. */
  size?: 'phone' | 'desk';
  /** What happened before anybody looked: each a state of the world, made once for all scenes that want it. */
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
/** Back to the top, where taps further down have led away from it. */
export const toTop = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('*').forEach(it => (it.scrollTop = 0)));
/** Brings something to the top of the picture, a little below its edge. */
export const lookAt = (page: Page, testId: string) =>
  seen(page, testId)
    .first()
    .evaluate(element => {
      element.style.scrollMarginTop = '24px';
      element.scrollIntoView({ block: 'start' });
    });
