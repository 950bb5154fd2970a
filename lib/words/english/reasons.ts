import type { ReaderLabel, SegmentType } from "#lib/domain/labels";
import type { ReasonParameters, ReasonRule, SpeakerGround } from "#lib/domain/reasons";
import { markReason } from "./mark-reason";

/** Why the machine says so: for each rule one sentence, made of what the rule found. */

const looks: Record<SegmentType, string> = {
  HEADLINE: "It looks like the title of an article on this page.",
  DATELINE: "It looks like a line about the author, the date or the agency.",
  BODY: "It reads and stands like the article’s running text.",
  CAPTION: "It looks like a picture’s caption or credit.",
  CHROME: "It looks like the site’s own menus and buttons.",
  TEASER: "It looks like the start of another article.",
  COMMENT: "It looks like a reader’s comment.",
};

const labels: Record<ReaderLabel, string> = {
  REPORTED: "Somebody who can be found stands behind it.",
  REPORTED_UNNAMED: "The source is described, but not named.",
  UNSOURCED_SPECULATION: "Nobody who can be found stands behind it.",
  OPINION: "It is the writer’s own judgement.",
  UNSOURCED_ASSERTION: "The publisher tells it as a fact and names no source.",
  BACKGROUND: "It is common knowledge.",
};

/** What labelled statements like this one have in common. */
const classes: Readonly<Record<string, string>> = {
  NAMED: "somebody who is named stands behind it",
  DOCUMENT: "a document stands behind it",
  MEDIA_REPORT: "another outlet stands behind it",
  UNNAMED_QUALIFIED: "somebody unnamed, but placed to know, stands behind it",
  UNNAMED_BARE: "somebody is said to know it, and nobody can find them",
  NARRATION: "the publisher tells it in its own voice",
  FORECAST: "the writer foretells or guesses it, and names no source",
  OPINION: "the writer judges, infers or advises",
  NO_STATEMENT: "it claims nothing",
};

const grounds: Record<SpeakerGround, (paper: string) => string> = {
  PERSON: () => "a person by name",
  PERSON_BEFORE: () => "the person named before",
  OFFICIAL: () => "an official who isn’t named",
  NOBODY: () => "somebody whom nobody can find",
  ORGANIZATION: () => "an organisation by name",
  ORGANIZATION_BEFORE: () => "an organisation named before",
  INSTITUTION: () => "an institution that can be asked",
  NAME: () => "a name that can be asked",
  SOMEBODY: () => "somebody by name",
  OWN_PAGE: () => "its owner’s own page",
  DOCUMENT: () => "a document",
  PUBLIC_DOCUMENT: () => "a document that a reader could find",
  OUTLET: () => "another outlet",
  OUTLET_ARTICLE: () => "another outlet’s article",
  OUTLET_HEADLINE: () => "another outlet’s headline",
  PARTIES: () => "parties that can be asked",
  CITED_PAPER: (paper) => `they speak through ${paper}, cited before`,
  TOLD_OUTLET: (outlet) => `somebody whom nobody can find told ${outlet}, which vouches for it`,
  TOLD_WRITER: () => "somebody at an institution whom nobody names told the writer",
  GROUP: () => "a group that nobody can ask",
  PLACED: () => "somebody unnamed, but placed to know",
  ONE_OF_SEVERAL: () => "one of several whom nobody names",
  ACQUAINTANCE: () => "an acquaintance whom nobody names",
  NICKNAME: () => "whoever writes under that name",
  THING: () => "a thing",
};

const isGround = (code: unknown): code is SpeakerGround =>
  typeof code === "string" && Object.hasOwn(grounds, code);
const isLabel = (code: unknown): code is ReaderLabel =>
  typeof code === "string" && Object.hasOwn(labels, code);
const isType = (code: unknown): code is SegmentType => typeof code === "string" && Object.hasOwn(looks, code);

function because({ because: code, paper }: ReasonParameters): string {
  return isGround(code) ? `: ${grounds[code](String(paper ?? "a paper"))}` : "";
}

function credits(found: ReasonParameters): string {
  return `“${found.cue}” credits it to ${found.speaker}${because(found)}.`;
}

function modelled(found: ReasonParameters): string {
  const side = found.side === "BEFORE" ? "what stands before it" : "what follows";
  const role = found.role === "SUBJECT" ? "its subject is" : "the source beside it is";
  const meant = found.speaker === undefined ? "" : `, that is ${found.speaker}`;
  const who =
    found.source === undefined ? "nobody is named as its source" : `${role} “${found.source}”${meant}`;
  return `“${found.cue}” reports ${side}; ${who}${because(found)}.`;
}

function compared({ found, word }: ReasonParameters): string {
  const weighs = word === undefined ? "" : ` “${word}” weighs most.`;
  return `Compared with labelled statements, ${classes[String(found)]}.${weighs}`;
}

function windowed({ window, dueTo, postedAt }: ReasonParameters): string {
  if (dueTo === undefined) return `“${window}” names a time, but no day can be computed from it.`;
  return `“${window}”, read from the post of ${postedAt ?? "an unknown day"}, is due by ${dueTo}.`;
}

const unknownPart = "The line looks like this kind of page part.";

export const reasons: Record<ReasonRule, (found: ReasonParameters) => string> = {
  "segment/page-furniture": () => "These are the page’s own buttons, headings or notices.",
  "segment/date-or-byline": () =>
    "The line gives a date, an author, an agency or a reading count and nothing else.",
  "segment/caption-or-credit": () => "The line says what a picture shows or who took it.",
  "segment/headline-by-place": () => "It reads like a title and stands above the first running text.",
  "segment/name-under-headline": () => "A name alone directly under the headline.",
  "segment/title-above-headline": () => "A title of another post, above this page’s own headline.",
  "segment/loose-line-in-head": () => "A short line above the article that is neither title nor date.",
  "segment/loose-line-after-article": () => "A short line after the end of the article.",
  "segment/signed-comment": () => "A reader’s words, with the reader’s name before them.",
  "segment/under-comment-heading": () => "It stands under the heading of the readers’ comments.",
  "segment/under-related-heading": () => "It stands under a heading for other posts.",
  "segment/dated-title": () =>
    "A title with a byline or a date of its own, below the article’s last sentence.",
  "segment/dated-list": () => "One of a row of titles, each with a date of its own: a list of other posts.",
  "segment/about-author": () => "It begins with the author’s own name and tells of the author.",
  "segment/after-article": () => "It stands after the article’s comment form, so it belongs to another post.",
  "segment/repeated-title": () =>
    "A title built like that of the post above it, with a date or a link of its own: another post begins.",
  "segment/repeated-post": () => "Running text under the title of another post of this page.",
  "segment/repeated-start": () => "Built like the posts above it, but only its start is here.",
  "segment/link-home": () => "A short line that leads to the site’s front page: its name or its menu.",
  "segment/link-line": () => "A line that leads to another post.",
  "segment/running-text": () => "Running text between the headline and the end of the article.",
  "segment/block-model": ({ type }) => (isType(type) ? looks[type] : unknownPart),
  "source/quoted-article": credits,
  "source/linked-title": credits,
  "source/according-to": credits,
  "source/colon-quote": credits,
  "source/in-a-survey": credits,
  "source/quoted-as-saying": credits,
  "source/cue-verb": credits,
  "source/in-a-statement": credits,
  "source/joint-statement": credits,
  "source/attribution-model": modelled,
  "source/sourcing-model": compared,
  "source/hearsay-wording": ({ wording }) => `“${wording}” passes it on, and nobody is named.`,
  "source/hedged-report": ({ wording }) => `“${wording}” says that somebody reported it, and not who.`,
  "source/same-quotation": ({ speaker }) => `It is part of a quotation credited to ${speaker ?? "nobody"}.`,
  "source/quotation-goes-on": ({ speaker }) => `The quotation goes on for ${speaker ?? "nobody"}.`,
  "source/speaker-follows": ({ speaker }) => `The next sentence names who is quoted: ${speaker ?? "nobody"}.`,
  "source/announced": ({ speaker }) =>
    `The line before it ends with a colon and says whose words follow: ${speaker ?? "nobody"}.`,
  "source/signed": ({ speaker }) => `The name below it says whose words these are: ${speaker ?? "nobody"}.`,
  "source/turn": ({ speaker }) => `In these questions and answers it is the turn of ${speaker ?? "nobody"}.`,
  "source/lead": ({ speaker }) => `The next sentence credits the same news to ${speaker ?? "it"}.`,
  "source/teaser-claim": ({ nickname }) =>
    `The first words of another post${nickname === undefined ? "" : ` under the nickname ${nickname}`}: nobody is named as the source.`,
  "source/second-hand": ({ wording, speaker }) =>
    `“${wording}”: ${speaker ?? "somebody"} passes on what another told.`,
  "source/first-hand": ({ wording }) =>
    `“${wording}”: the writer claims to have been there, and nobody else vouches for it.`,
  "source/common-knowledge": () =>
    "It defines a word or tells what anybody can look up: no source is needed.",
  "source/own-page": ({ wording }) =>
    `“${wording}”: the page tells what it said before, in the publisher’s own voice.`,
  "source/own-voice": ({ wording }) => `The writer speaks for the writer: “${wording}”.`,
  "source/judgement": ({ wording }) => `The writer judges or infers: “${wording}”.`,
  "source/evaluation": ({ wording }) =>
    `“${wording}” praises or blames, and nobody else is credited with it.`,
  "source/forecast": ({ wording }) =>
    `“${wording}” foretells, and neither a source nor an agenda stands behind it.`,
  "source/hedged": () => "The writer is less than certain, and names no source.",
  "source/opinion-page": () => "The page calls itself opinion, and this is no dated or counted fact.",
  "source/narration": () => "The publisher tells it in its own voice and names nobody.",
  "source/paper-not-shown": () => "A document is mentioned, and not shown.",
  "certainty/insider-wording": () => "It claims inside knowledge, or that something is about to happen.",
  "time/window": windowed,
  "import/mark": markReason,
  "label/derived": ({ label }) => (isLabel(label) ? labels[label] : ""),
};
