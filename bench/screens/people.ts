/** Somebody of the sample. */
export interface Person {
  name: string;
  openid: string;
}

/** Resolves once the sample is there. */
export async function peopleAt(url: string): Promise<Person[]> {
  for (let tries = 0; tries < 100; tries++) {
    const batches = (await (await fetch(`${url}/_emulator/export/batches`)).json()) as unknown[];
    if (batches.length > 0) return (await (await fetch(`${url}/local/people`)).json()) as Person[];
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('The sample data did not come');
}

export function openidOf(people: Person[], who: string): string {
  const person = people.find(({ name }) => name.startsWith(who));
  if (!person) throw new Error(`Nobody called ${who} in the sample`);
  return person.openid;
}
