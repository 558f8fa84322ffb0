const MARK = 'player:';

/** The data that the app stored in earlier runs in this browser. Each person has a phone of their own. */
export class Storage {
  private readonly prefix: string;

  constructor(
    app: string,
    who: string,
    private readonly first: Record<string, unknown>,
  ) {
    this.prefix = `${MARK}${app}#${who}:`;
  }

  all(): Record<string, string> {
    const kept = Object.fromEntries(
      Object.keys(localStorage)
        .filter(key => key.startsWith(this.prefix))
        .map(key => [key.slice(this.prefix.length), localStorage.getItem(key)!]),
    );
    const first = Object.entries(this.first).map(([key, value]) => [key, JSON.stringify(value)]);
    return { ...(Object.fromEntries(first) as Record<string, string>), ...kept };
  }

  put(key: string, json: string | null): void {
    if (json === null) localStorage.removeItem(this.prefix + key);
    else localStorage.setItem(this.prefix + key, json);
  }

  forget(): void {
    for (const key of Object.keys(localStorage)) if (key.startsWith(this.prefix)) localStorage.removeItem(key);
  }
}
