/** Something the person who starts the emulator can mend. The message is one sentence that says what to do. */
export class EmulatorProblem extends Error {
  override name = 'EmulatorProblem';
  /** Worth telling without its stack. */
  readonly forPerson = true;

  /** @param code the system's, where there is one: EADDRINUSE, … */
  constructor(
    message: string,
    readonly code?: string,
  ) {
    super(message);
  }
}
