/**
 * Work on things that are given one by one and done together: while one bundle is under way the next one gathers. So whoever
 * is alone waits for nobody, and many at once share the cost of a transaction.
 */

interface Item<In, Out> {
  readonly given: In;
  readonly resolve: (out: Out) => void;
  readonly reject: (error: unknown) => void;
}

interface Options<In, Out> {
  /** Two that have a key in common never meet in one bundle. */
  readonly keysOf: (given: In) => readonly string[];
  readonly weightOf: (given: In) => number;
  /** The largest bundle. One thing that is heavier goes alone. */
  readonly most: { readonly items: number; readonly weight: number };
  /** All or nothing; answers in the order of what it was given. */
  readonly work: (given: readonly In[]) => Promise<readonly Out[]>;
}

export class Bundles<In, Out> {
  readonly #options: Options<In, Out>;
  #waiting: Item<In, Out>[] = [];
  #whenIdle: (() => void)[] = [];
  #isBusy = false;

  constructor(options: Options<In, Out>) {
    this.#options = options;
  }

  /** Settles when it is done, or with what went wrong when it was done alone. */
  add(given: In): Promise<Out> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ given, resolve, reject });
      if (!this.#isBusy) void this.#run();
    });
  }

  /** Settles when no bundle is under way. */
  async idle(): Promise<void> {
    while (this.#isBusy) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    // Whoever comes in the same turn of the event loop belongs to the same bundle.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#finish(this.#nextBundle());
    this.#isBusy = false;
    for (const resolve of this.#whenIdle.splice(0)) resolve();
  }

  #nextBundle(): Item<In, Out>[] {
    const { keysOf, weightOf, most } = this.#options;
    const [bundle, later]: [Item<In, Out>[], Item<In, Out>[]] = [[], []];
    const keys = new Set<string>();
    let weight = 0;
    for (const item of this.#waiting) {
      const own = keysOf(item.given);
      const sum = weight + weightOf(item.given);
      const fits = bundle.length === 0 || (bundle.length < most.items && sum <= most.weight);
      if (!fits || own.some((key) => keys.has(key))) {
        later.push(item);
        continue;
      }
      bundle.push(item);
      for (const key of own) keys.add(key);
      weight = sum;
    }
    this.#waiting = later;
    return bundle;
  }

  async #finish(bundle: readonly Item<In, Out>[]): Promise<void> {
    try {
      const out = await this.#options.work(bundle.map(({ given }) => given));
      bundle.forEach(({ resolve, reject }, index) => {
        const one = out[index];
        if (one === undefined) reject(new Error("the work on a bundle left one out"));
        else resolve(one);
      });
    } catch (error) {
      const [first, ...others] = bundle;
      if (others.length === 0) first?.reject(error);
      else for (const item of bundle) await this.#finish([item]);
    }
  }
}
