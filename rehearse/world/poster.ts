import type { Section } from '../../domain/model';
import { isPosting, postBoard, POST_EVERY_MS, type PostedBoard } from '../../domain/line/posted-board';
import { paceOf, type Crowd } from '../../domain/line/crowd-pace';
import type { Agenda } from './agenda';
import type { SimDatabase } from './database';

/** A person's tag on the board. Nothing has to be hidden here. */
export const tagOf = (memberId: string): string => memberId;

/** Writes the posted board, as the timer of the claim function does. */
export class Poster {
  posts = 0;
  private readonly boards: { from: number; board: PostedBoard }[] = [];

  constructor(
    private readonly agenda: Agenda,
    private readonly database: SimDatabase,
    private readonly sections: Section[],
    private readonly opensAt: number,
    private readonly postMs: number,
    /** Undefined if nobody is given a pace. */
    private readonly crowd: Crowd | undefined,
  ) {}

  /** Posts until the board comes down or `isOver`. */
  begin(isOver: () => boolean): void {
    const now = this.opensAt + this.agenda.now;
    const first = this.sections[0];
    if (isOver() || !first || !isPosting(first, now)) return;
    const work = () => this.sections.map(section => ({ ...section, line: [...section.line] }));
    this.database.run({ kind: 'readBoard', work }, (read, busy) => {
      if (busy) return;
      const lines = read as Section[];
      const pace = this.crowd && paceOf(this.crowd, lines, now);
      const board = postBoard(first.batchId, lines, now, tagOf, pace);
      this.posts += 1;
      this.boards.push({ from: now - this.opensAt + this.postMs, board });
    });
    this.agenda.after(POST_EVERY_MS, () => this.begin(isOver));
  }

  /** It hangs for a minute before the stroke and stays the same, but a rehearsal begins to post only a second before. */
  get first(): PostedBoard | undefined {
    return this.boards[0]?.board;
  }

  /** The board that a phone gets when it asks at `at`. */
  seenAt(at: number): PostedBoard | undefined {
    return this.boards.findLast(({ from }) => from <= at)?.board;
  }
}
