import type { ReaderLabel } from "#lib/domain/labels";
import { terms } from "./terms";

const has = (n: number) => (n === 1 ? "has" : "have");
const are = (n: number) => (n === 1 ? "is" : "are");

/** All that is said of one label. `n` is a number of statements. */
interface LabelWords {
  readonly badge: string;
  readonly meaning: string;
  /** Inside a sentence. */
  readonly name: string;
  /** Where the source of a claim is told. */
  readonly source: string;
  /** The same in a list of claims, for one that nobody has checked. */
  readonly unchecked: string;
  /** Who is behind a statement, in the few words beside its row at the desk. */
  readonly behind: (speaker: string | null) => string;
  /** What these statements do or are: the verb with what follows. */
  readonly predicate: (n: number) => string;
  /** The page's first paragraph counts them. `post` names the other post that they stand in. */
  readonly counted: (n: number, about: LedeFacts) => string;
  /** Made up, for the page that explains the labels. */
  readonly example: { readonly text: string; readonly why: string };
}

interface LedeFacts {
  /** The one source of all that is reported. */
  readonly source: string | null;
  readonly isAgency: boolean;
  readonly post: string | null;
}

export const labels: Record<ReaderLabel, LabelWords> = {
  REPORTED: {
    badge: terms.labels.REPORTED.reader,
    meaning: terms.labels.REPORTED.meaning,
    name: "reported",
    source: "Source named",
    unchecked: "Source named; not yet checked.",
    behind: (speaker) => (speaker === null ? "nobody named" : `attributed to ${speaker}`),
    predicate: (n) => `${has(n)} a named source`,
    counted: (n, { source }) => `${n} ${are(n)} attributed to ${source ?? "named sources"}`,
    example: {
      text: "The harbour office said on Monday that the north quay stays closed until May.",
      why: "Somebody is named, the harbour office, and can be asked.",
    },
  },
  REPORTED_UNNAMED: {
    badge: terms.labels.REPORTED_UNNAMED.reader,
    meaning: terms.labels.REPORTED_UNNAMED.meaning,
    name: "reported, source unnamed",
    source: "Source described, not named",
    unchecked: "Source described; not yet checked.",
    behind: (speaker) => (speaker === null ? "nobody named" : `attributed to ${speaker}, not named`),
    predicate: (n) => `${has(n)} a source that is described but not named`,
    counted: (n) => `${n} ${are(n)} attributed to somebody described but not named`,
    example: {
      text: "An engineer who worked on the quay, and who asked not to be named, said that the piles had cracked.",
      why: "No name, but one sees why an engineer who worked there would know.",
    },
  },
  UNSOURCED_SPECULATION: {
    badge: terms.labels.UNSOURCED_SPECULATION.reader,
    meaning: terms.labels.UNSOURCED_SPECULATION.meaning,
    name: "unsourced",
    source: "No source given",
    unchecked: "No source given; not yet checked.",
    behind: (speaker) => (speaker === null ? "no source given" : `said by ${speaker}, who can’t be asked`),
    predicate: (n) => `${has(n)} no source`,
    counted: (n, { post }) =>
      post === null
        ? `${n} ${n === 1 ? "names" : "name"} nobody who can be found`
        : `${n} ${n === 1 ? "comes" : "come"} from ${post} that names nobody`,
    example: {
      text: "People at the port got the letter yesterday and were told to be ready tomorrow.",
      why: "Nobody is named, and the letter is mentioned, not shown. It sounds certain all the same: how certain something sounds says nothing about who stands behind it.",
    },
  },
  OPINION: {
    badge: terms.labels.OPINION.reader,
    meaning: terms.labels.OPINION.meaning,
    name: "opinion",
    source: "The writer’s own judgement",
    unchecked: "Not yet checked.",
    behind: () => "the writer’s own judgement",
    predicate: (n) => `${are(n)} opinion`,
    counted: (n) => `${n} ${are(n)} opinion`,
    example: {
      text: "Closing the quay was the worst decision that this council ever took.",
      why: "It is the writer’s own judgement. It can be shared or not; it can’t be reported.",
    },
  },
  UNSOURCED_ASSERTION: {
    badge: terms.labels.UNSOURCED_ASSERTION.reader,
    meaning: terms.labels.UNSOURCED_ASSERTION.meaning,
    name: "plain narration",
    source: "The publisher’s own voice; nobody is named",
    unchecked: "Not yet checked.",
    behind: () => "nobody named",
    predicate: (n) => `${are(n)} plain narration`,
    counted: (n, { isAgency }) => `${n} ${are(n)} ${isAgency ? "the agency’s " : ""}plain narration`,
    example: {
      text: "The council met for three hours on Tuesday evening.",
      why: "The paper tells it in its own voice, as papers do, and names nobody.",
    },
  },
  BACKGROUND: {
    badge: terms.labels.BACKGROUND.reader,
    meaning: terms.labels.BACKGROUND.meaning,
    name: "background",
    source: "Needs no source",
    unchecked: "Needs no source.",
    behind: () => "needs no source",
    predicate: (n) => (n === 1 ? "needs no source" : "need no source"),
    counted: (n) => `${n} ${n === 1 ? "needs" : "need"} no source`,
    example: { text: "The town lies on a river.", why: "Anybody can look it up." },
  },
};
