/** What the command `import` says to the person at the terminal. */

const number = (n: number) => n.toLocaleString("en");
const pages = (n: number) => `${number(n)} ${n === 1 ? "page" : "pages"}`;

/** 75 → "1 min 15 s"; in whole seconds. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

export const bulk = {
  usage: [
    "Usage: npm run import -- PATH…    takes pages in: .html, .htm and .txt files, folders of them, and .jsonl files",
    "       npm run import -- - < FILE reads JSON lines from standard input",
    "Options: --publisher NAME  who published the pages that don’t say so themselves",
    "         --as EMAIL        whose work it is in the history; without it, Onrecord’s own",
    "         --workers N       processes that read pages (as many as there are processor cores)",
    "         --report FILE     what became of each page, as JSON lines",
    "Status:  0 all pages are in, 1 some were refused, 2 used wrongly or no database, 130 interrupted",
  ].join("\n"),
  noPath: "Name at least one file or folder, or - for JSON lines on standard input.",
  twiceStdin: "Standard input can be read once: name - once.",
  badWorkers: "--workers is a whole number from 1 to 64.",
  missingPath: (path: string) => `${path}: there is no such file or folder.`,
  noReport: (path: string) => `The report ${path} can’t be written. Name another file with --report.`,
  noPerson: (email: string) =>
    `Nobody with the address ${email} may give pages. Name an account that is enabled, or leave --as out.`,
  starting: "Onrecord isn’t running from this data folder, so its database is started for this import.",
  bug: "Something went wrong on our side; the reason stands above. Run the same command again: what is in is not taken in twice.",
  workersGone: "The processes that read pages ended early. Run the same command again to go on.",

  notObject: "This line is no JSON object.",
  notJson: "This line is not JSON.",
  notUtf8: "This line is not UTF-8. Save the file as UTF-8.",
  longLine: (megabytes: number) => `This line is longer than ${megabytes} MB, which no page needs.`,
  notPage: "This line has neither a text nor an html field.",
  bothWays: "This line has a text and an html field. Give one of them.",
  notString: "The fields text, html, url and publisher hold strings.",
  unstorable: "It holds a character that can’t be stored: U+0000, or half of one.",
  longPublisher: "The publisher’s name is longer than 200 characters.",
  notMoment: "fetchedAt is a moment like 2026-11-25T14:30:00Z.",
  field: (name: string, complaint: string) => `${name}: ${complaint}${/[.!?…]$/.test(complaint) ? "" : "."}`,
  unreadable: "It can’t be read: access is denied.",
  unreadableFor: (code: string) => `It can’t be read (${code}).`,
  withdrawn: "It was taken out of the queue.",
  loop: "This link leads back to a folder that it lies in.",
  notFile: "This is neither a file nor a folder.",

  progress: (at: { done: number; total: number | null; rate: number; left: number | null }) =>
    [
      at.total === null ? pages(at.done) : `${number(at.done)} of ${pages(at.total)}`,
      `${at.rate.toFixed(at.rate < 10 ? 1 : 0)} a second`,
      ...(at.left === null ? [] : [`${duration(at.left)} left`]),
    ].join(", "),
  stopping: "Stopping: the pages that are being read are finished first. Press Ctrl-C again to stop at once.",
  stopped: (waiting: number) =>
    waiting === 0
      ? "Stopped. Run the same command again to go on."
      : `Stopped. ${pages(waiting)} ${waiting === 1 ? "waits" : "wait"} in the queue. Run the same command again to go on; a running Onrecord reads them too.`,
  summary: (n: { stored: number; known: number; refused: number; seconds: number }) =>
    [
      `Stored ${pages(n.stored)} in ${duration(n.seconds)}.`,
      ...(n.known > 0 ? [`There already: ${number(n.known)}.`] : []),
      ...(n.refused > 0 ? [`Refused: ${number(n.refused)}.`] : []),
    ].join(" "),
  refusedLine: (where: string, why: string) => `  ${where}: ${why}`,
  more: (n: number, hasReport: boolean) =>
    `  … and ${number(n)} more${hasReport ? ", all of them in the report" : "; --report FILE names all of them"}.`,
};
