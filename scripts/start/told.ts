/** An error that is told in its own sentence, without a stack. */
export const forPerson = (message: string): Error => Object.assign(new Error(message), { forPerson: true });
