import { plural } from "./plural";

/** The admins' list of jobs. Days and times come in as words already. */

/** What each kind of job does. The queue's own name stands for one that has no words here. */
const tasks: Readonly<Record<string, string>> = {
  import: "Read a page",
  parts: "Look for statements in text that was put right",
  relate: "Look for where texts are from",
  compare: "Compare what pages say with other pages",
  fetch: "Fetch a page",
  look: "Look for watched pages that are due",
  poll: "Look at a feed",
  copy: "Keep a copy of the page behind evidence",
  evidence: "Look again at the page behind evidence",
  mail: "Send a link by e-mail",
  webhook: "Send a message to a webhook",
  digest: "Tell somebody by e-mail what is in their inbox",
};

const summary = (waiting: number, running: number, failed: number) => {
  const parts = [`${plural(waiting, "job waits", "jobs wait")}`, `${plural(running, "runs", "run")}`];
  return `${parts.join(", ")}, ${failed === 0 ? "none failed" : `${failed} failed`}.`;
};

export const jobs = {
  title: "Jobs",
  lede: "What the workers do, one job after the other: look at a feed, fetch a page, read it, look at watched pages again.",
  summary,
  task: (name: string) => tasks[name] ?? name,
  none: "–",
  failed: {
    title: (n: number) => (n === 0 ? "Failed" : `Failed: ${n}`),
    why: "These are not tried again by themselves. A page that was refused for what it is isn’t among them.",
    empty: "Nothing failed. What we can’t finish, or a site that stays out of reach, appears here.",
    only: (shown: number, all: number) =>
      `The latest ${shown} of ${all} are shown. Try these again or remove them, and the next appear.`,
    columns: { what: "What", why: "Why", when: "When", tries: "Tries", acts: "Actions" },
    faults: { OURS: "Our fault", SITE: "Given up: its site failed every time" },
    stopped: "Its worker was stopped in the middle, each time.",
    said: "What the program said",
    ended: (moment: string) => `Given up ${moment}`,
    added: (moment: string) => `Added ${moment}`,
    retry: "Try again",
    retryAll: (n: number) => (n === 1 ? "Try it again" : `Try all ${n} again`),
    remove: "Remove",
    removeTitle: "Remove this from the list?",
    removePage: (name: string) =>
      `Nobody tries “${name}” again, and it counts as cancelled. It can still be tried again on its own screen.`,
    removeJob: (task: string) => `The job “${task}” is deleted. That can’t be taken back.`,
    retried: (what: string) => `${what}: it is tried again.`,
    retriedAll: (n: number) => `${plural(n, "job is", "jobs are")} tried again.`,
    removed: (what: string) => `${what}: it is off the list.`,
  },
  running: {
    title: "Running",
    empty: "No worker is at anything right now.",
    columns: { what: "What", worker: "Worker", since: "Since", attempt: "Try" },
    attempt: (n: number, of: number) => `${n} of ${of}`,
  },
  waiting: {
    title: "Waiting",
    empty: "Nothing waits.",
    columns: { what: "What", due: "Due now", later: "Due later", oldest: "Oldest added" },
  },
};
