/**
 * 问一声: the union has asked those who would run a class of a draft whether they take it on. It is kept with the class,
 * and stays with it when the batch is published.
 */
export interface Asked {
  /** Names the ask: it is another one when it was asked again. */
  at: number;
  /** Whom it asks: the people whom the class named then. */
  organisation: string;
  instructor: string;
  answer: null | 'yes' | 'no';
  answeredAt?: number;
  /** A line that came with the answer. */
  text?: string;
}
