/** Pages as a fuzzer makes them: seeded, so that a page can be made again from its name. */

/** Marsaglia's xorshift32 (2003): the same numbers for the same seed. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

export interface MadePage {
  readonly name: string;
  readonly format: "text" | "html";
  readonly content: string;
}

/** What costs a reader of pages most, each by itself. */
const PIECES: Readonly<Record<string, string>> = {
  cues: "said said said ",
  "cues and names": "Ana Sorel told Ben Hale that Cleo Marsh said ",
  "who said that who said": "he said that she said that it said that ",
  "open quotations": "“He said ‘she said “it ",
  "straight marks": '"He" said "no" \'and\' ',
  "closed quotations": "“No,” said Ana Sorel. “Yes,” he said. ",
  brackets: "(said (he (that ",
  dates: "on March 3, 2021 by Friday 2024-07-24 next week in the third quarter of 2019 ",
  numbers: "12,000.50 percent of 3 million 24/7 €5 1e9 ",
  names: "Ana Maria Sorel-Hale of the United Harbour Council Ministry Bank ",
  "short names": "A. B. C. D. Smith Jr. of U.S. ",
  "full stops": "A. B! C? D… ",
  dots: ". . . .. ... …… ",
  commas: "rain, wind, snow, hail, and sun, ",
  clauses: "which he, who said, when asked, if so, said; ",
  abbreviations: "Gen. Maj. Sen. Rep. St. Mr. Mrs. Dr. Prof. Gov. ",
  "combining marks": "Z\u0351\u036B\u0300\u0301algo said\u0300\u0301\u0302\u0303 ",
  emoji: "👩‍👩‍👧‍👦 said 👍🏽 ",
  "zero-width characters": "sa\u200Bid th\u2060at\uFEFF ",
  "direction marks": "\u202Bsaid\u202C \u2067that\u2069 ",
  "long words": `${"antidisestablishmentarian".repeat(40)} said `,
  hyphens: "state-of-the-art-of-the-deal-of-the-day-of- ",
  addresses: "https://example.org/a/b/c?d=e&f=g said me@example.org ",
  handles: "@ana: RT @ben: #news said @cleo: ",
  capitals: "THE MINISTER SAID THAT THE PLAN WAS DEAD ",
  opinion: "I think, in my opinion, perhaps, it seems, reportedly, allegedly, ",
  according: "according to people according to a report according to ",
  "time words": "yesterday today tomorrow last week next year soon later by then ",
  "line ends": "said\nthat\n",
  paragraphs: "He said no.\n\n",
  datelines: "BAGHDAD, March 3 (Reuters) - ",
  bylines: "By Ana Sorel\nPublished March 3, 2021\n\n",
  headings: "What He Said About It\n\nNo.\n\n",
  tabs: "a\tb\tsaid\t",
  spaces: "said                    ",
  ampersands: "&amp;&lt;said&gt;&#x201C;&nbsp;",
};

const TAGS: Readonly<Record<string, (text: string) => string>> = {
  paragraphs: (text) => `<p>${text}</p>`,
  divs: (text) => `<div>${text}</div>`,
  "open divs": (text) => `<div>${text}`,
  spans: (text) => `<span>${text}</span> `,
  links: (text) => `<a href="/x">${text}</a> `,
  lists: (text) => `<ul><li>${text}</li></ul>`,
  tables: (text) => `<table><tr><td>${text}</table>`,
  "text in tables": (text) => `<table>${text}</table>`,
  formatting: (text) => `<b><i><u>${text}</b></i>`,
  articles: (text) =>
    `<article><h2>${text.slice(0, 40)}</h2><time>March 3, 2021</time><p>${text}</p></article>`,
  comments: (text) => `<!-- ${text} --><p>${text}`,
  "quotations in divs": (text) => `<blockquote><q>${text}</q></blockquote>`,
  "line ends": (text) => `${text}<br>`,
  attributes: (text) =>
    `<p class="${"c ".repeat(20)}" id="i${text.length}" data-x="${text.length}">${text}</p>`,
};

/** A page that no language is told of isn't read: each begins with English, and has it in between. */
const ENGLISH =
  "The mayor said on Monday that the old bridge over the river is open again to everybody in the city. ";

/** Of so many bytes (in UTF-8), as nearly as the pieces let it. */
function repeated(unit: string, bytes: number): string {
  return unit.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(unit))));
}

/** Every piece by itself, as text, and in every kind of tag with the piece that is given. */
export function plainPages(bytes: number): MadePage[] {
  const texts = Object.entries(PIECES).map(([name, piece]) => ({
    name: `text of ${name}`,
    format: "text" as const,
    content: repeated(`${ENGLISH}${repeated(piece, 400)}`, bytes),
  }));
  const tags = Object.entries(TAGS).map(([name, tag]) => ({
    name: `${name} of “said”`,
    format: "html" as const,
    content: repeated(`${tag("Ana Sorel said on Monday that it rained. He said no.")}\n`, bytes),
  }));
  return [...texts, ...tags];
}

/** A mixture that the seed tells: some pieces, how long a run of each is, what stands between them, and the tags around. */
export function mixedPage(seed: number, bytes: number): MadePage {
  const next = seeded(seed * 2_654_435_761);
  const pieces = Object.values(PIECES);
  const tags = Object.values(TAGS);
  const chosen = Array.from({ length: 1 + next(5) }, () => pieces[next(pieces.length)] ?? "");
  const run = [1, 1, 3, 40, 2000][next(5)] ?? 1;
  const glue = ["", " ", ". ", ", ", "\n", "\n\n", ".\n\n", "” "][next(8)] ?? "";
  const format = next(2) === 0 ? "text" : "html";
  const around = Array.from({ length: format === "html" ? 1 + next(3) : 0 }, () => tags[next(tags.length)]);
  const unit = ENGLISH + chosen.map((piece) => piece.repeat(run) + glue).join("");
  const tagged = around.reduce((text, tag) => tag?.(text) ?? text, unit.slice(0, bytes / 2));
  return { name: `mixture ${seed}`, format, content: repeated(tagged, bytes) };
}
