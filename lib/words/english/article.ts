import type { Line, ReaderLabel } from "#lib/domain/labels";
import { labels as words } from "./labels";
import { listed } from "./lists";
import { readerNames, terms } from "./terms";

/** Sentences of the article page, and of the parts that claims share with it. */

const has = (n: number) => (n === 1 ? "has" : "have");
const statements = (n: number) => (n === 1 ? "1 statement" : `${n} statements`);

const answer = {
  /** `apart` where every one of them belongs to another post than the report. */
  some: (n: number, total: number, apart: "above" | "below" | null) => {
    const first =
      total === 1
        ? "The only statement on this page has no source"
        : `${n} of ${total} statements on this page ${has(n)} no source`;
    if (apart === null) return `${first}.`;
    const side = n === 1 ? "it is not part of the report" : "they are not part of the report";
    return `${first}; ${side} ${apart} ${n === 1 ? "it" : "them"}.`;
  },
  none: (total: number, labels: readonly ReaderLabel[]) =>
    `${total === 1 ? "The only statement" : `All ${total} statements`} on this page ${listed(
      labels.map((label) => words[label].predicate(total)),
      "or",
    )}.`,
  empty: "This page holds no statement.",
};

const kicker = {
  page: (publisher: string) => `A page of ${publisher}`,
  unnamed: "A page that was given to us without its publisher",
  /** What stands around the author's name. */
  by: (page: string) => ({ before: `${page}, by `, after: "" }),
  posted: (day: string) => `, posted ${day}`,
};

const lede = {
  headed: (title: string) => `The page is headed “${title}”.`,
  sentence: (list: string) => `${list.replace(/^(\d+) /, "$1 of its statements ")}.`,
};

const posts = { later: "a later post", earlier: "an earlier post", another: "another post" };

const strokes: Record<Line, string> = {
  reported: "Blue and straight",
  unnamed: "Blue with gaps",
  unsourced: "Wavy",
  opinion: "Dotted",
  plain: "Thin and grey",
};

const strip = {
  words: (total: number) => `The page’s ${statements(total)} in order.`,
  byLabel: (badge: string, ranges: string) => `${badge}: ${ranges}.`,
  thenOne: (number: number, badge: string, post: string) =>
    `Then a break, and statement ${number}, ${badge.toLowerCase()}, from ${post}.`,
  thenMany: (post: string) => `Then a break, and from ${post}:`,
  caption: (total: number) =>
    total === 1 ? "The page as one stroke." : `The page as ${total} strokes, in order and to length.`,
  captionMirrored: (total: number) => `The page as ${total} strokes, from right to left and to length.`,
  /** What a line looks like, and the names of the labels that are drawn so. */
  stroke: (line: Line, names: readonly string[]) => `${strokes[line]}: ${listed(names, "or")}.`,
  counted: (line: Line, n: number, name: string) => `${strokes[line]}: ${n} ${name}.`,
};

const chain = {
  by: "by",
  heading: "Where the words come from",
  page: "On the page you read",
  back: "One step back",
  first: "First source",
  posted: (day: string) => `Posted ${day}`,
  undated: "No date given",
  statements,
  agency: (place: string | null) => (place === null ? "A news agency" : `A news agency, ${place}`),
  report: (day: string) => `Report of ${day}`,
  kinds: readerNames(terms.sources),
  sources: (n: number) => `${n} sources`,
  more: (n: number) => `and ${n} more`,
  source: (name: string, n: number) => `${name}: ${n}`,
  reposted: "reposted",
  /** Where nobody says who published the page. */
  carries: (agency: string) => `Carries the name of ${agency}, a news agency`,
  jointOf: (statement: string, parties: string) => `${statement} of ${parties}`,
  relayed: "relayed",
  cited: "cited",
  start: "Start of another post",
  other: "Another post",
  samePage: "On the same page",
  nobody: "Nobody to go back to",
};

const excerpt = {
  heading: "What the page says",
  report: (agency: string, day: string | null, isReposted: boolean) =>
    `Report: ${agency}${day === null ? "" : `, ${day}`}${isReposted ? ", reposted" : ""}`,
  article: (publisher: string, day: string | null) =>
    `Article: ${publisher}${day === null ? "" : `, ${day}`}`,
  teaser: (day: string | null) => `Teaser: another post${day === null ? "" : `, ${day}`}`,
  other: (headline: string | null, day: string | null) =>
    ["Another post", headline && `“${headline}”`, day].filter(Boolean).join(", "),
  permalink: (number: number) => `No. ${number}`,
  permalinkWords: (number: number) => `No. ${number}, link to this statement`,
  boundaryAbove: "The report above does not vouch for the text below.",
  boundaryBelow: "The report below does not vouch for this text.",
  start: (day: string | null) =>
    `Below is the start of another post${day === null ? "" : `, of ${day}`}. It is not part of the report.`,
  whole: (day: string | null) =>
    `Below is another post${day === null ? "" : `, of ${day}`}. It is not part of the report.`,
  elided: (n: number, range: string, kind: string, source: string | null) =>
    `${n} statements not shown here (No. ${range}), all ${kind}${source === null ? "" : `, all attributed to ${source}`}.`,
  namedSources: "named sources",
  corrected: "Corrected",
  show: "Show their first words",
  claim: "The claim in full",
  /** Before a note that was published before notes were signed. */
  editorsNote: "An editor’s note:",
};

const note = {
  attributed: (source: string) => `Attributed to ${source}.`,
  attributedBy: (source: string, agency: string) => `Attributed to ${source}, by ${agency}.`,
  issuedBy: (paper: string, issuer: string) => `${paper} by ${issuer}`,
  unnamed: (description: string) => `Attributed to ${description}, not named.`,
  someoneUnnamed: "The source is described, not named.",
  carried: "Named in another sentence.",
  noSource: "No source given.",
  saidBy: (name: string) => `Said by ${name}.`,
  missing: {
    UNNAMED_BARE: "Somebody is supposed to know; nobody is named.",
    SECOND_HAND: "Passed on from somebody who is not named.",
    FIRST_HAND: "The writer claims to have seen it and can’t be found.",
    forecast: "The writer tells what will happen and doesn’t say how they know.",
    document: "A document is mentioned, not shown.",
    insider: "It is told as inside knowledge.",
    uncertain: "It is put as no more than possible.",
    other: "Nobody is named.",
  },
  cutOff: "The page itself cuts the sentence off.",
  narration: (publisher: string) => `${publisher} names nobody here.`,
  narrationUnknown: "Nobody is named here.",
  opinion: "The writer’s own judgement.",
  background: "Needs no source.",
  override: (reason: string) => `The editors chose this label: ${reason}`,
  undated: (text: string) => `A plan with no date. Open. “${text}” gives no day, so it can’t fall due.`,
};

export const article = {
  noneHere: "None on this page.",
  legend: "What the lines mean",
  legendNote: "A line tells who stands behind a statement. It never tells whether the statement is true.",
  legendLink: "How we label, with examples",
  /** Stands for the publisher where none is known. */
  unnamedPublisher: "This page",
  kicker,
  answer,
  lede,
  posts,
  strip,
  chain,
  excerpt,
  note,
};
