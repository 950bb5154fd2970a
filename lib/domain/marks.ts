import { z } from "zod";
import type { Found } from "#lib/text/anchored";
import type { Span } from "#lib/text/span";
import { MARK_BOUNDS } from "./bounds";
import { Complaint } from "./complaints";
import { fromPieces, type InPieces, MOST_PIECES, piecesOf, samePieces } from "./content-pieces";
import { type Flags, type ReaderLabel, readerLabel, SOURCINGS, type Sourcing, type Time } from "./labels";
import { holdsStatements, type PagePart } from "./page-parts";
import { Id } from "./reviews";

/**
 * Marks that people made in other programs on the words of a page, given to us as a file, or that a language model proposed. They enter as
 * suggestions: what each of their tags says of the source, an editor chooses where it isn't plain.
 */

export const MarkTool = z.enum(["HYPOTHESIS", "WEB_ANNOTATION", "LABEL_STUDIO", "WEBANNO", "LANGUAGE_MODEL"]);
export type MarkTool = z.infer<typeof MarkTool>;

/** Words of a page, and what tells them apart from the same words elsewhere in it. */
const Quoted = z.object({
  /** Empty where there are none. */
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  at: z.object({ start: z.number(), unit: z.enum(["POINTS", "UNITS", "EITHER"]) }).nullable(),
});
export type Quoted = z.infer<typeof Quoted>;

/** One piece more than a statement may stand in is kept of a mark: then it is known that there are too many. */
export const MOST_MARKED = MOST_PIECES + 1;

export const GivenMark = Quoted.extend({
  /** Where the mark is on several pieces with other words between them: each of them. `exact` is all of them then, for who looks at it. */
  pieces: z.array(Quoted).max(MOST_MARKED).optional(),
  tags: z.array(z.string()),
  /** What its writer wrote; empty where nothing. */
  note: z.string(),
  /** Who made it, as the file names them; null where it doesn't. */
  by: z.string().nullable(),
  /** The day on which it was made, as a calendar date; null where nobody says. */
  day: z.string().nullable(),
});
export type GivenMark = z.infer<typeof GivenMark>;

/** A mark as a reader finds it; what is left out is unknown. */
export interface RawMark {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly at?: GivenMark["at"] | undefined;
  /** Two or more. */
  readonly pieces?: readonly Pick<RawMark, "exact" | "prefix" | "suffix" | "at">[] | undefined;
  readonly tags: readonly string[];
  readonly note?: string | undefined;
  readonly by?: string | null | undefined;
  /** A moment or a day, as the file writes it. */
  readonly made?: string | null | undefined;
}

/** What a mark may say of its words: a kind of source, or plain narration that judges or foretells. */
export const MarkKind = z.enum([...SOURCINGS, "OPINION", "FORECAST"]);
export type MarkKind = z.infer<typeof MarkKind>;

/** Of a label that several kinds of source lead to, nobody knows which was meant. */
const KIND_OF_LABEL: Partial<Record<ReaderLabel, MarkKind>> = {
  REPORTED_UNNAMED: "UNNAMED_QUALIFIED",
  UNSOURCED_ASSERTION: "NONE",
  OPINION: "OPINION",
  BACKGROUND: "NOT_NEEDED",
};

const folded = (tag: string): string =>
  tag
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();

/** What a tag plainly says: it is one of our codes, or what we call one. `names` are what the screens call kinds and labels. */
export function plainKind(
  tag: string,
  names: {
    readonly sourcing: Readonly<Record<Sourcing, string>>;
    readonly labels: Readonly<Record<ReaderLabel, string>>;
  },
): MarkKind | null {
  const is = (name: string) => folded(name) === folded(tag);
  const sourcing = SOURCINGS.find((code) => is(code) || is(names.sourcing[code]));
  if (sourcing !== undefined) return sourcing;
  if (is(MarkKind.enum.FORECAST)) return "FORECAST";
  const label = (Object.keys(names.labels) as ReaderLabel[]).find(
    (code) => is(code) || is(names.labels[code]),
  );
  return (label && KIND_OF_LABEL[label]) ?? null;
}

interface MarkFacts {
  readonly sourcing: Sourcing;
  readonly flags: Flags;
  readonly time: Time;
  readonly label: ReaderLabel;
}

/** What is suggested of words that were marked so: what the desk's form begins with, and the kind of source. */
export function factsOfKind(kind: MarkKind): MarkFacts {
  const flags: Flags = kind === "OPINION" ? { opinion: true } : kind === "FORECAST" ? { forecast: true } : {};
  const sourcing = kind === "OPINION" || kind === "FORECAST" ? "NONE" : kind;
  const label = readerLabel({ sourcing, factualityWriter: "CT+", flags });
  return { sourcing, flags, time: kind === "FORECAST" ? "FUTURE" : "PAST", label };
}

/** Every tag of a file once, in the order in which they come. */
export function tagsIn(marks: readonly Pick<GivenMark, "tags">[]): string[] {
  return [...new Set(marks.flatMap(({ tags }) => tags))];
}

/** What an editor chose: for each tag what it says, null for nothing of the source; and what is made of marks whose tags say nothing. */
export interface MarkChoices {
  readonly kinds: readonly (MarkKind | null)[];
  /** Null while nobody chose. */
  readonly otherwise: MarkKind | "LEAVE_OUT" | null;
}

/** Why nothing is suggested for a mark. */
export type MarkTrouble =
  | Exclude<Found["kind"], "EXACT" | "APPROXIMATE">
  /** In no part that holds statements, or across two. */
  | "OUTSIDE"
  /** No statement can stand in its pieces, or an end of it cuts what is seen as one character. */
  | "CUT"
  | "TAGS_DIFFER"
  | "UNCHOSEN"
  | "LEFT_OUT"
  /** The same words with the same kind are suggested already. */
  | "SUGGESTED";

export interface PlannedMark {
  readonly mark: GivenMark;
  /** Where its words stand, in pieces where it marks several; null where that isn't known. */
  readonly span: InPieces | null;
  readonly isExact: boolean;
  readonly kind: MarkKind | null;
  /** Null where it is suggested. */
  readonly trouble: MarkTrouble | null;
}

interface Page {
  readonly text: string;
  readonly find: (quoted: Quoted) => Found;
  readonly segments: readonly PagePart[];
  /** What is suggested on these words already. */
  readonly suggested: readonly (InPieces & Pick<MarkFacts, "sourcing" | "label">)[];
}

/** What becomes of each mark of a file, in its order. Pure. */
export function planMarks(marks: readonly GivenMark[], page: Page, choices: MarkChoices): PlannedMark[] {
  const kinds = new Map(tagsIn(marks).map((tag, index) => [tag, choices.kinds[index] ?? null]));
  return marks.map((mark) => {
    const found = placeOf(mark, page);
    const said = kindOf(mark, kinds, choices.otherwise);
    const kind = typeof said === "object" ? said.kind : null;
    if (!("span" in found)) return { mark, span: null, isExact: false, kind, trouble: found.trouble };
    const { span, isExact } = found;
    const trouble = isInside(page.segments, span)
      ? typeof said === "object"
        ? isSuggested(page.suggested, span, said.kind)
          ? "SUGGESTED"
          : null
        : said
      : "OUTSIDE";
    return { mark, span, isExact, kind, trouble };
  });
}

type Place =
  | { readonly span: InPieces; readonly isExact: boolean }
  | { readonly trouble: Exclude<Found["kind"], "EXACT" | "APPROXIMATE"> | "CUT" };

/** Where the words of a mark stand, each of its pieces looked for by itself. */
function placeOf(mark: GivenMark, { text, find }: Page): Place {
  const found = (mark.pieces ?? [mark]).map(find);
  const spans: Span[] = [];
  for (const one of found) {
    if (!("span" in one)) return { trouble: one.kind };
    spans.push(one.span);
  }
  const span = fromPieces(text, spans);
  return span === null ? { trouble: "CUT" } : { span, isExact: found.every(({ kind }) => kind === "EXACT") };
}

function kindOf(
  { tags }: GivenMark,
  kinds: ReadonlyMap<string, MarkKind | null>,
  otherwise: MarkChoices["otherwise"],
): { readonly kind: MarkKind } | "TAGS_DIFFER" | "UNCHOSEN" | "LEFT_OUT" {
  const [kind, other] = new Set(tags.flatMap((tag) => kinds.get(tag) ?? []));
  if (other !== undefined) return "TAGS_DIFFER";
  if (kind !== undefined) return { kind };
  if (otherwise === null) return "UNCHOSEN";
  return otherwise === "LEAVE_OUT" ? "LEFT_OUT" : { kind: otherwise };
}

const isInside = (segments: readonly PagePart[], span: Span): boolean =>
  segments.some(({ start, end, type }) => start <= span.start && span.end <= end && holdsStatements(type));

function isSuggested(suggested: Page["suggested"], span: InPieces, kind: MarkKind): boolean {
  const { sourcing, label } = factsOfKind(kind);
  return suggested.some((one) => samePieces(one, span) && one.sourcing === sourcing && one.label === label);
}

/** The marks that become one suggestion: they say the same of the same words. */
export interface MarkGroup extends InPieces {
  readonly kind: MarkKind;
  readonly marks: readonly GivenMark[];
}

/** In page order. */
export function groupsOf(plan: readonly PlannedMark[]): MarkGroup[] {
  const groups = new Map<string, MarkGroup & { readonly marks: GivenMark[] }>();
  for (const { mark, span, kind, trouble } of plan) {
    if (span === null || kind === null || trouble !== null) continue;
    const key = `${JSON.stringify(piecesOf(span))} ${kind}`;
    const group = groups.get(key);
    if (group) group.marks.push(mark);
    else groups.set(key, { ...span, kind, marks: [mark] });
  }
  return [...groups.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Is a choice missing that some mark waits for? */
export const isUnchosen = (plan: readonly PlannedMark[]): boolean =>
  plan.some(({ trouble }) => trouble === "UNCHOSEN");

export const ReadMarks = z.object({
  versionId: Id,
  content: z.string().min(1, Complaint.enum.noMarks).max(MARK_BOUNDS.file, Complaint.enum.longMarks),
  name: z.string().trim().max(200).nullable().default(null),
});

/** What a language model found, by the request to it. `name` says which model and prompt. */
export const KeepProposed = z.object({
  versionId: Id,
  requestId: Id,
  name: z.string().max(300),
  marks: z
    .array(
      GivenMark.omit({ pieces: true }).extend({
        exact: z.string().max(MARK_BOUNDS.exact),
        tags: z.array(MarkKind).max(1),
        note: z.string().max(MARK_BOUNDS.note),
        by: z.string().max(300),
        prefix: z.literal(""),
        suffix: z.literal(""),
        at: z.null(),
        day: z.null(),
      }),
    )
    .max(MARK_BOUNDS.marks),
});

export const ImportMarks = z.object({
  fileId: Id,
  kinds: z.array(MarkKind.nullable()).max(MARK_BOUNDS.tags),
  otherwise: z.union([MarkKind, z.literal("LEAVE_OUT")]),
});

export const TakeMarksBack = z.object({ fileId: Id });

/** A file of marks as the desk shows it. Instants are ISO strings. */
export interface MarkFileView {
  readonly id: string;
  readonly tool: MarkTool;
  readonly name: string | null;
  readonly givenBy: string;
  readonly givenAt: string;
  readonly count: number;
  readonly imported: { readonly by: string; readonly at: string; readonly suggestions: number } | null;
  readonly ended: { readonly by: string; readonly at: string } | null;
  /** Somebody decided on what it suggests: it can't be taken back any more. */
  readonly isDecided: boolean;
}
