import type { VerdictCode } from "#lib/domain/claims";
import type { ReaderLabel } from "#lib/domain/labels";
import { command } from "./words/command";
import { desk } from "./words/desk";
import { feedWords } from "./words/feeds";
import { history } from "./words/history";
import { imports } from "./words/imports";
import { jobs } from "./words/jobs";
import { pages } from "./words/pages";
import { people } from "./words/people";
import { reader } from "./words/reader";
import { refusals } from "./words/refusals";
import { versions } from "./words/versions";

/**
 * Every word that a person reads in the interface, in one place, so that a second language is a second file of this shape.
 * Plain text only. Functions take what varies. Sections follow the screens.
 */

const labels: Record<ReaderLabel, { readonly badge: string; readonly meaning: string }> = {
  REPORTED: {
    badge: "Reported",
    meaning:
      "Somebody who can be found is named as the source: a person, an organisation, a document or another outlet. It does not mean true.",
  },
  REPORTED_UNNAMED: {
    badge: "Reported, source unnamed",
    meaning:
      "The source is described well enough to see why they would know, but not named. It does not mean true.",
  },
  UNSOURCED_SPECULATION: {
    badge: "Unsourced speculation",
    meaning: "Nobody who can be found stands behind it. It does not mean false.",
  },
  OPINION: { badge: "Opinion", meaning: "The writer’s own judgement or advice. There is nothing to report." },
  UNSOURCED_ASSERTION: {
    badge: "Plain narration",
    meaning:
      "No line. The publisher tells it in its own voice and names nobody. It does not mean true or false.",
  },
  BACKGROUND: {
    badge: "Background",
    meaning: "No line. Common knowledge or a definition; it needs no source.",
  },
};

const verdicts: Record<VerdictCode, string> = {
  SUPPORTED: "Supported",
  CONTRADICTED: "Contradicted",
  MIXED: "Mixed",
  NO_EVIDENCE_FOUND: "No evidence found",
  UNRESOLVED: "Unresolved",
  OUTDATED: "Outdated",
};

/** Words that several screens share. */
const common = {
  name: "Onrecord",
  tagline: "Onrecord tells what was reported from what was merely said.",
  skip: "Skip to the content",
  noVerdict: "No verdict yet",
};

/** Sentences for things that went wrong. Each says what is wrong and what to do. */
const errors = {
  stale:
    "Someone changed this since you opened it. Your own words are kept below; look at theirs, then save again.",
  notAllowed: "Your role doesn’t allow this. Ask an admin if it should.",
  notSignedIn: "You are signed out. Sign in again; what you typed is kept.",
  notFound: "This isn’t here. It may have been removed, or the address is mistyped.",
  ownReview: "You wrote part of this, so somebody else has to publish it.",
  unstorable: "This holds a character that can’t be stored. Delete it or type it anew, then save again.",
};

export const words = {
  command,
  common,
  labels,
  verdicts,
  errors,
  desk,
  feeds: feedWords,
  people,
  reader,
  imports,
  jobs,
  pages,
  refusals,
  history,
  versions,
};
