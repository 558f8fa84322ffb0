/** A problem that the person who starts the emulator can correct. The message is one sentence that says what to do. */
export class EmulatorProblem extends Error {
  override name = 'EmulatorProblem';
  /** Tells the caller to show the message without its stack. */
  readonly forPerson = true;

  /** @param code the system's, if there is one: EADDRINUSE, … */
  constructor(
    message: string,
    readonly code?: string,
  ) {
    super(message);
  }
}
