/** Pages for benches: invented news, always the same for the same number. */

const PEOPLE = ["Lina Aziz", "Omar Haddad", "Ruth Mendel", "Tomas Varga", "Nadia Petrova", "Samuel Okoro"];
const ROLES = ["mayor", "minister of transport", "head of the port", "union leader", "police chief"];
const BODIES = ["harbour council", "finance ministry", "port authority", "water board", "court of audit"];
const PLACES = ["Northgate", "Elmsford", "Karrada", "Saltmarsh", "Westhaven"];
const MATTERS = [
  "widen the quay",
  "raise the toll",
  "close the northern bridge",
  "sell two ferries",
  "pave the market road",
];
const FRAMES = [
  (n: Names) => `${n.person}, the ${n.role}, said on Monday that the ${n.body} will ${n.matter} next spring.`,
  (n: Names) => `“We have ${n.number} reasons to ${n.matter},” ${n.person} told reporters in ${n.place}.`,
  (n: Names) => `The ${n.body} counted ${n.number} lorries a day on the road through ${n.place}.`,
  (n: Names) => `According to a report by the ${n.body}, the plan to ${n.matter} costs ${n.number} million.`,
  (n: Names) => `People who know the talks expect an agreement to ${n.matter} before the end of the month.`,
  (n: Names) => `The road was built in 19${(n.number % 90) + 10} and has been mended twice since.`,
];

interface Names {
  readonly person: string;
  readonly role: string;
  readonly body: string;
  readonly place: string;
  readonly matter: string;
  readonly number: number;
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T; // the index lies inside

function namesOf(page: number, at: number): Names {
  const n = page * 31 + at * 17;
  return {
    person: pick(PEOPLE, n),
    role: pick(ROLES, n >> 1),
    body: pick(BODIES, n >> 2),
    place: pick(PLACES, n >> 3),
    matter: pick(MATTERS, n >> 1),
    number: 11 + (n % 480),
  };
}

/** The sentences of page number `page`. */
export function sentencesOf(page: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => pick(FRAMES, page + at)(namesOf(page, at)));
}

export function titleOf(page: number): string {
  const { body, matter, place } = namesOf(page, 0);
  return `The ${body} of ${place} is to ${matter}, report ${page}`;
}

/** One HTML page of `count` sentences, with a menu, a byline and a footer around them. */
export function htmlOf(page: number, count: number): string {
  const sentences = sentencesOf(page, count);
  const paragraphs = Array.from({ length: Math.ceil(count / 3) }, (_, at) =>
    sentences.slice(at * 3, at * 3 + 3).join(" "),
  );
  const title = titleOf(page);
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="Bench Gazette"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/trade">Trade</a></li></ul></nav>
<article><h1>${title}</h1><p class="byline">By ${pick(PEOPLE, page)}, 16 September 2024</p>
${paragraphs.map((words) => `<p>${words}</p>`).join("\n")}
</article><footer><p>© Bench Gazette. All rights reserved.</p></footer></body></html>`;
}
