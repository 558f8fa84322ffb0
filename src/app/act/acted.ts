/**
 * What became of an act of a person. If no answer comes, the app says so and keeps what it knows; it pretends
 * nothing.
 */
export type Acted = { done: true } | { done: false; message: string };
