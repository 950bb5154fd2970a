import type { CalendarDate } from "./analysis";
import type { Line, OutcomeResult, ReaderLabel, Tone } from "./labels";

/** What the readers' pages draw: plain data with its sentences already in words. Instants are ISO strings. */

export interface StripView {
  /** User units, 0 to 624, in page order; mirrored where the page runs from right to left. */
  readonly strokes: readonly {
    readonly line: Line;
    readonly tone: Tone;
    readonly from: number;
    readonly to: number;
  }[];
  /** Where another post begins. */
  readonly breaks: readonly number[];
  /** The picture in words. */
  readonly words: string;
  readonly caption: string;
  /** The same strokes, each with its number, where there is no room for a caption. */
  readonly legend: string;
}

export interface ChainBox {
  readonly title: string;
  readonly lines: readonly string[];
  /** What the box is in the chain ("First source"); null in the rows after the first. */
  readonly step: string | null;
}

/** One way back from the page, told from its beginning: the first source first, the page last. */
export interface ChainRow {
  readonly boxes: readonly ChainBox[];
  /** Verbs between neighbouring boxes; one fewer than boxes. */
  readonly links: readonly string[];
  /** Set where the way back ends at nobody. */
  readonly nobody: { readonly title: string; readonly why: string } | null;
}

/** What became of a promise, in words. `note` is an editor's, with their name and the day before it. */
export interface OutcomeView {
  readonly result: OutcomeResult;
  readonly quote: string | null;
  readonly source: string | null;
  readonly href: string | null;
  readonly note: { readonly by: string; readonly text: string } | null;
  readonly kept: string | null;
  readonly recorded: string;
}

export interface DueView {
  readonly isOpen: boolean;
  /** Where it stands, in one line: until when it is open, since when overdue, or what became of it. */
  readonly line: string;
  readonly outcome: OutcomeView | null;
  readonly sentence: string;
  readonly explanation: string;
  /** A bar from one day to another; null where there is nothing to measure. */
  readonly bar: {
    readonly from: { readonly day: string; readonly word: string };
    readonly to: { readonly day: string; readonly word: string };
    readonly words: string;
  } | null;
}

/** How often the same was promised before, in words, and where each time is listed. */
export interface BeforeView {
  readonly sentences: string;
  readonly href: string;
}

export interface ReadStatement {
  readonly number: number;
  readonly label: ReaderLabel;
  /** What was said, where it stands alone. */
  readonly words: string;
  /** All words from its start to its end. */
  readonly pieces: readonly { readonly text: string; readonly isSaid: boolean }[];
  readonly firstWords: string;
  /** The side note, one sentence each. */
  readonly sentences: readonly string[];
  /** The editors' own words, apart from those of the side note. `by` says who and when; null where that wasn't kept. */
  readonly notes: readonly { readonly by: string | null; readonly text: string }[];
  readonly due: DueView | null;
  readonly claimSlug: string | null;
  /** New or changed with the correction that is shown. */
  readonly isCorrected: boolean;
  /** Null where nothing that is published promised the same before. */
  readonly before: BeforeView | null;
  /** What became of it on the way from upstream; null where it wasn't compared. */
  readonly upstream: string | null;
}

export type ExcerptItem =
  | { readonly kind: "statement"; readonly statement: ReadStatement }
  | { readonly kind: "elided"; readonly words: string; readonly statements: readonly ReadStatement[] };

export interface ReadPost {
  readonly name: string;
  /** Set where the post stands in a band of its own. */
  readonly boundary: { readonly title: string; readonly text: string } | null;
  readonly items: readonly ExcerptItem[];
}

export interface LegendEntry {
  readonly label: ReaderLabel;
  readonly isMissing: boolean;
}

/** A page that the text is from, in words. */
export interface UpstreamItem {
  readonly key: string;
  readonly title: string;
  /** The page here, where readers can open it. */
  readonly href: string | null;
  /** What is done with its text, who published it and when. */
  readonly what: string;
  /** Its own address, as it was given. */
  readonly address: string | null;
  /** Why it is held to be upstream, who said so, and how the texts compare. */
  readonly lines: readonly string[];
  /** What became of it since it was compared. */
  readonly since: readonly string[];
}

/** A page that has its text from the one that is read, in words. */
export interface DownstreamItem {
  readonly href: string;
  readonly title: string;
  readonly what: string;
}

/** A box of the picture of where a text is from. `name` and `day` are cut to what a box holds. */
export interface PictureBox {
  /** Its upper edge, in user units from the top. */
  readonly y: number;
  readonly name: string;
  readonly day: string;
  /** UP: above the page that is read, which is HERE; DOWN: below it. */
  readonly place: "UP" | "HERE" | "DOWN";
  /** Nobody says who published the page that the line comes from. */
  readonly isNobodys: boolean;
}

/** Boxes from the earliest down to the latest, joined by a line at their side. */
export interface SourcesPicture {
  readonly height: number;
  readonly boxes: readonly PictureBox[];
  /** The picture in words, and below it what its lines mean and how many pages aren't drawn. */
  readonly words: string;
  readonly caption: string;
}

/** Where a page's text is from, and who has it from there. */
export interface TextSourcesView {
  /** Null where nobody found that it is from anywhere. */
  readonly upstream: {
    readonly sentences: readonly string[];
    readonly items: readonly UpstreamItem[];
    /** How many more there are. */
    readonly more: string | null;
  } | null;
  /** Null where no page that stands has its text from here. */
  readonly downstream: {
    readonly sentence: string;
    readonly items: readonly DownstreamItem[];
    /** How many more there are, where no way leads to them. */
    readonly more: string | null;
    /** The address of the page, and where the neighbouring parts of the list begin; null where there is none. */
    readonly href: string;
    readonly earlier: string | null;
    readonly later: string | null;
  } | null;
  readonly picture: SourcesPicture;
}

export interface ArticleView {
  readonly kicker: string;
  /** The same in three parts: the author's name, empty where none is named, and what stands before and after it. */
  readonly byline: readonly [before: string, author: string, after: string];
  readonly answer: string;
  readonly lede: string;
  readonly strip: StripView | null;
  readonly chain: readonly ChainRow[];
  /** Null where nobody found that it is from anywhere, or that another one is from here. */
  readonly sources: TextSourcesView | null;
  readonly posts: readonly ReadPost[];
  readonly legend: readonly LegendEntry[];
  readonly direction: "ltr" | "rtl";
}

/** One claim in a list: its label left, its verdict right, never merged. */
export interface ClaimCard {
  readonly slug: string;
  readonly wording: string;
  /** Null where no published page holds it. */
  readonly label: ReaderLabel | null;
  readonly meta: string;
  /** In a word; null where it has none of its own. */
  readonly verdict: string | null;
  readonly side: string;
}

export interface DueCard {
  /** Of the page that says the words. */
  readonly language: string | null;
  readonly href: string;
  readonly words: string;
  readonly promised: string;
  readonly state: string;
  readonly side: string;
}

export interface HistoryLine {
  readonly day: CalendarDate;
  readonly words: string;
  readonly who: string;
  /** The first eight digits of the last event's hash, in two groups. */
  readonly mark: string;
  /** The whole hash, and the event's place in the chain. */
  readonly hash: string;
  readonly sequence: number;
}
