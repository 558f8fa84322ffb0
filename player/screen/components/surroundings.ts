import type { ComponentEvent } from '../../protocol';
import type { Drawn } from '../component';

/** What a component may ask of the page it stands on. */
export interface Surroundings {
  /** Sends an event that stays at its element. */
  emit(drawn: Drawn, type: string, detail: unknown): void;
  send(events: ComponentEvent[]): void;
  /** A tap on a button with an `open-type`. */
  open(openType: string, event: ComponentEvent): void;
  /** Asks the person over the page. Rejects if they leave. */
  ask(what: string, options: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** Where a browser finds a picture: a file of the package, of the app, or the data themselves. */
  addressOf(source: string): Promise<string | undefined>;
  containerShown(isShown: boolean): void;
}
