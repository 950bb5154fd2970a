import type { SourceKind } from "#lib/domain/claims";
import type {
  Factuality,
  ProvenanceKind,
  ReaderLabel,
  SegmentType,
  Sourcing,
  SpeakerKind,
} from "#lib/domain/labels";
import type { VerdictMeaning } from "#lib/domain/scale";

/**
 * The one list of what things are called. Every screen takes its word for a term from here: an editor's name for the desk, a reader's for
 * the pages that anybody reads. Shown whole at `/method/words`.
 */
export interface Term {
  readonly editor: string;
  readonly reader: string;
  readonly meaning: string;
}

type Group<Code extends string> = Readonly<Record<Code, Term>>;

/** A name that is the same for both. */
const both = (name: string, meaning: string): Term => ({ editor: name, reader: name, meaning });

const labels: Group<ReaderLabel> = {
  REPORTED: both(
    "Reported",
    "Somebody who can be found is named as the source: a person, an organisation, a document or another outlet. It does not mean true.",
  ),
  REPORTED_UNNAMED: both(
    "Reported, source unnamed",
    "The source is described well enough to see why they would know, but not named. It does not mean true.",
  ),
  UNSOURCED_SPECULATION: both(
    "Unsourced speculation",
    "Nobody who can be found stands behind it. It does not mean false.",
  ),
  OPINION: both("Opinion", "The writer’s own judgement or advice. There is nothing to report."),
  UNSOURCED_ASSERTION: both(
    "Plain narration",
    "No line. The publisher tells it in its own voice and names nobody. It does not mean true or false.",
  ),
  BACKGROUND: both("Background", "No line. Common knowledge or a definition; it needs no source."),
};

const sourcing: Group<Sourcing> = {
  NAMED_PERSON: {
    editor: "Named person",
    reader: "A person, named",
    meaning: "Somebody is named who can be asked.",
  },
  NAMED_ORGANIZATION: {
    editor: "Named organisation",
    reader: "An organisation, named",
    meaning: "An institution, a delegation or its spokesperson.",
  },
  DOCUMENT: {
    editor: "Document",
    reader: "A document",
    meaning: "Something written that a reader could find, or that the outlet says it has seen.",
  },
  MEDIA_REPORT: {
    editor: "Another outlet’s report",
    reader: "Another outlet",
    meaning: "Another outlet is cited as the source.",
  },
  UNNAMED_QUALIFIED: {
    editor: "Unnamed, described",
    reader: "Described, not named",
    meaning: "No name, but one sees why they would know: “a senior official”.",
  },
  UNNAMED_BARE: {
    editor: "Unnamed, not described",
    reader: "Neither named nor described",
    meaning: "Somebody is supposed to know: “sources say”, “we are hearing”.",
  },
  SECOND_HAND: {
    editor: "Passed on",
    reader: "Passed on from somebody else",
    meaning: "Somebody tells what somebody else said.",
  },
  FIRST_HAND: {
    editor: "Unnamed eyewitness",
    reader: "Says they saw it themselves",
    meaning: "A writer without a name, or with a made-up one, says they saw it.",
  },
  NONE: {
    editor: "No source given",
    reader: "Nobody is named",
    meaning: "The writer says it themselves: as narration, as a rumour or as an opinion.",
  },
  NOT_NEEDED: {
    editor: "Needs no source",
    reader: "Needs no source",
    meaning: "Common knowledge, or what a word means.",
  },
};

const certainty: Group<Factuality> = {
  "CT+": both("Sounds certain", "It is put as a fact."),
  "PR+": both("Sounds probable", "It is put as likely."),
  "PS+": both("Sounds possible", "It is put as no more than possible: “may”, “could”."),
  "CT-": {
    editor: "Denied as certain",
    reader: "Sounds certain that it isn’t so",
    meaning: "It is put as a fact that it is not so.",
  },
  "PR-": {
    editor: "Denied as probable",
    reader: "Sounds as if it probably isn’t so",
    meaning: "It is put as unlikely.",
  },
  "PS-": {
    editor: "Denied as possible",
    reader: "Sounds as if it possibly isn’t so",
    meaning: "It is put as something that may not be so.",
  },
  CTu: {
    editor: "Known to the source, not told",
    reader: "Doesn’t say whether it is so",
    meaning: "Somebody knows, and the page doesn’t say what.",
  },
  Uu: {
    editor: "Leaves open whether it is so",
    reader: "Doesn’t say how certain it is",
    meaning: "Whoever tells it says nothing of their own about it.",
  },
};

const parts: Group<SegmentType> = {
  HEADLINE: both("Headline", "The title of this page’s own article, and the lines under it."),
  DATELINE: both("Author and date", "Who wrote it, when, for which agency."),
  BODY: both("Article text", "What the article itself says."),
  CAPTION: both("Caption", "The words of a picture, and who took it."),
  CHROME: both(
    "Menus and buttons",
    "What belongs to the site and not to the article: menus, sharing, adverts.",
  ),
  TEASER: both(
    "Teaser: another post",
    "The title or the first words of another post, with a day of its own.",
  ),
  COMMENT: both("Reader’s comment", "What readers wrote under the article."),
};

const sources: Group<SpeakerKind> = {
  PERSON: { editor: "Person", reader: "A person, named", meaning: "Somebody with a name." },
  ORGANIZATION: {
    editor: "Organisation",
    reader: "An organisation, named",
    meaning: "An institution, a company, a delegation.",
  },
  DOCUMENT: {
    editor: "Document",
    reader: "Cited, no copy here",
    meaning: "Something written, of which we hold no copy.",
  },
  MEDIA: both("Another outlet", "A paper, a station, an agency or a site."),
  UNNAMED: { editor: "Unnamed", reader: "Described, not named", meaning: "Somebody without a name." },
  PSEUDONYM: { editor: "Pseudonym", reader: "A pseudonym", meaning: "A made-up name." },
};

const evidence: Group<SourceKind> = {
  PRIMARY: both(
    "Primary evidence",
    "The thing itself: minutes, a law, figures, a recording, the words of somebody who was there.",
  ),
  SECONDARY: both(
    "Secondary evidence",
    "It tells of the thing: a report, a summary, a study of others’ figures.",
  ),
};

const verdicts: Group<VerdictMeaning> = {
  SUPPORTED: both("Supported", "What was found supports it."),
  CONTRADICTED: both("Contradicted", "What was found speaks against it."),
  MIXED: both("Mixed", "Part of what was found supports it, part speaks against it."),
  NO_EVIDENCE_FOUND: both(
    "No evidence found",
    "This doesn’t make the claim false. It means that nobody has shown it.",
  ),
  UNRESOLVED: both("Unresolved", "What was found doesn’t settle it."),
  OUTDATED: both("Outdated", "It was judged for a time that is over."),
};

const uses: Group<ProvenanceKind> = {
  REPOSTS: both("Reposts", "Most of either text stands in the other, word for word."),
  QUOTES: both("Quotes", "Whole sentences of it stand here, among others."),
  PARAPHRASES: both("Paraphrases", "It says the same in other words."),
  SUMMARISES: both("Sums up", "It says the same, much shorter."),
  CITES: both("Cites", "It names it as a source, and takes none of its words."),
};

const things = {
  statement: both("Statement", "Some words of a page that say something about the world."),
  claim: both(
    "Claim",
    "One sentence that can be checked on its own. Pages make it, each in words of its own.",
  ),
  label: both("Label", "Who stands behind a statement, in a word. It never tells whether it is true."),
  sourcing: {
    editor: "Sourcing",
    reader: "Who is behind it",
    meaning: "Who stands behind a statement. The label follows from it.",
  },
  certainty: {
    editor: "Certainty",
    reader: "How certain it sounds",
    meaning: "How sure whoever tells it sounds. It says nothing about who stands behind it.",
  },
  speaker: {
    editor: "Speaker",
    reader: "Source",
    meaning: "The person, organisation or document that a statement is credited to.",
  },
  cue: {
    editor: "Words that credit it",
    reader: "Words that credit it",
    meaning: "“said”, “agreed”, “according to”: what joins a source to what it says.",
  },
  steps: {
    editor: "Steps back to the first source",
    reader: "Steps back",
    meaning: "Through how many hands it came: the agency that relays a statement is one.",
  },
  verdict: both(
    "Verdict",
    "What people found out about a claim, later, with evidence. It never changes the label.",
  ),
  correction: both(
    "Correction",
    "Something published turned out wrong and was published anew, with the reason.",
  ),
  topic: both("Topic", "What a page or a claim is about, in a few words that editors chose."),
} satisfies Readonly<Record<string, Term>>;

export const terms = { things, labels, sourcing, certainty, parts, sources, uses, verdicts, evidence };

const named = <Code extends string>(group: Group<Code>, name: "editor" | "reader" | "meaning") =>
  // The keys are those of the group, which Object.entries gives as plain strings.
  Object.fromEntries(Object.entries<Term>(group).map(([code, term]) => [code, term[name]])) as Readonly<
    Record<Code, string>
  >;

export const editorNames = <Code extends string>(group: Group<Code>) => named(group, "editor");
export const readerNames = <Code extends string>(group: Group<Code>) => named(group, "reader");
export const meanings = <Code extends string>(group: Group<Code>) => named(group, "meaning");

/** Around the list of terms. */
export const termsPage = {
  title: "What our words mean",
  answer: "One word for one thing, on every page.",
  lede: "Readers and editors see the same record. Where the desk has a shorter name for something, it stands beside the readers’ own.",
  link: "What do these words mean?",
  columns: { reader: "Readers see", editor: "At the desk", meaning: "What it means" },
  same: "the same",
  groups: {
    things: "Things",
    labels: "Labels",
    sourcing: "Who is behind a statement",
    certainty: "How certain it sounds",
    parts: "Parts of a page",
    sources: "Kinds of source",
    uses: "What a page does with another’s text",
    verdicts: "Verdicts",
    evidence: "Kinds of evidence",
  } satisfies Readonly<Record<keyof typeof terms, string>>,
};
