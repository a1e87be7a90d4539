/**
 * Faults come from a page's URL or from a test. Most happen once; a fault from a URL that has happened does not come back
 * with a reload, only with a reset of the portal, so that a visitor can get past it.
 */
export class Faults {
  #set: string[] = [];
  #spent = new Set<string>();

  set(faults: readonly string[]): void {
    this.#set.push(...faults);
  }

  clear(): void {
    this.#set = [];
    this.#spent.clear();
  }

  /** Takes one fault of that name and argument; false where there is none. */
  take(fromUrl: readonly string[], name: string, arg?: string): boolean {
    return this.#find(fromUrl, (n, a) => n === name && (arg === undefined || a === arg), true) !== null;
  }

  /** The argument of a fault, used up. */
  takeArg(fromUrl: readonly string[], name: string): string | null {
    return this.#find(fromUrl, (n) => n === name, true);
  }

  /** The argument of a lasting fault: '' without one, null where there is no such fault. */
  lasting(fromUrl: readonly string[], name: string): string | null {
    return this.#find(fromUrl, (n) => n === name, false);
  }

  #find(fromUrl: readonly string[], wanted: (name: string, arg: string) => boolean, use: boolean): string | null {
    const matches = (fault: string) => {
      const [name = '', ...rest] = fault.split(':');
      return wanted(name, rest.join(':'));
    };
    const argument = (fault: string) => fault.split(':').slice(1).join(':');
    const place = this.#set.findIndex(matches);
    if (place >= 0) {
      const fault = this.#set[place] as string;
      if (use) this.#set.splice(place, 1);
      return argument(fault);
    }
    const url = fromUrl.find((fault) => matches(fault) && !this.#spent.has(fault));
    if (url === undefined) return null;
    if (use) this.#spent.add(url);
    return argument(url);
  }
}
