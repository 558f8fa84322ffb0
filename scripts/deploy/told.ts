/** An error whose message is for the person at the terminal. It is shown without a stack. */
export class Told extends Error {
  constructor(
    sentence: string,
    readonly exitCode = 1,
  ) {
    super(sentence);
  }
}
