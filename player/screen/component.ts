import type { Scope, Tag } from './wxml';

/** An element of a page as it is drawn. */
export interface Drawn {
  key?: unknown;
  tag: Tag;
  scope: Scope;
  element: Node;
  parent?: Drawn;
  children: Drawn[];
  /** Handlers by type of event, lower case. */
  bound: Map<string, { handler: string; stops: boolean }>;
  /** The attributes as they were last set. */
  values: Record<string, unknown>;
  component?: Component;
  /** Where children go, if not into the element itself; `kept` are nodes of the component that stand before them. */
  holder?: HTMLElement;
  kept?: Set<Node>;
}

/** A component of the platform: how it is made and what its attributes do. */
export interface Component {
  create?(drawn: Drawn): void;
  /** Called once its attributes and children are there. */
  begin?(drawn: Drawn): void;
  set(drawn: Drawn, name: string, value: unknown): void;
  end?(drawn: Drawn): void;
  /** At a tap on it, beside the event. */
  tapped?(drawn: Drawn): void;
}
