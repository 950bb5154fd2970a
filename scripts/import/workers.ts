import type { Child } from "#scripts/start/child.mjs";
import { startWorker } from "#scripts/start/programs.mjs";

/** How long a worker may take to finish the pages that it has in hand, in milliseconds. */
const PATIENCE = 60_000;
/** Workers that end by themselves are replaced so many times in all; then something is wrong that more of them don't mend. */
const REPLACEMENTS = 5;

export interface Workers {
  /** Settles when they keep ending by themselves. */
  readonly gaveUp: Promise<void>;
  /** They finish what they have in hand. */
  stop(): Promise<void>;
  kill(): void;
}

/** `count` processes that read pages from the queue until they are told to stop. They end with us, however we end. */
export function startWorkers(count: number, env: Readonly<Record<string, string>>): Workers {
  const children = new Set<Child>();
  let isStopping = false;
  let left = REPLACEMENTS;
  let giveUp = () => {};
  const gaveUp = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  const begin = () => {
    const child = startWorker({ ...env });
    children.add(child);
    void child.ended.then(() => {
      children.delete(child);
      if (isStopping) return;
      left -= 1;
      if (left >= 0) begin();
      else giveUp();
    });
  };
  for (let n = 0; n < count; n += 1) begin();
  return {
    gaveUp,
    async stop() {
      isStopping = true;
      await Promise.all([...children].map((child) => child.stop(PATIENCE)));
    },
    kill() {
      isStopping = true;
      for (const child of children) child.kill();
    },
  };
}
