import { z } from "zod";
import { askedText, Complaint, optionalText } from "./complaints";
import { EvidenceFile } from "./evidence-files-shapes";
import { GivenDate } from "./given-date";
import { Id, Revision } from "./reviews";
import { VerdictCode, type VerdictMeaning } from "./scale";

/** Verdicts that say no more than that nothing was found, or nothing settled. */
const WITHOUT_EVIDENCE: ReadonlySet<VerdictMeaning> = new Set<VerdictMeaning>([
  "NO_EVIDENCE_FOUND",
  "UNRESOLVED",
]);

interface Quotable {
  readonly quote: string | null;
  readonly publisher: string | null;
  readonly publishedAt: unknown;
}

/**
 * Does a verdict rest on something that a reader can look up? All but those that mean "unresolved" and "no evidence found" ask for one piece of evidence at
 * least with a quotation, the day on which that was published, and its publisher. A copy of the page isn't asked for: paper has none.
 */
export function restsOnEvidence(meaning: VerdictMeaning, evidence: readonly Quotable[]): boolean {
  if (WITHOUT_EVIDENCE.has(meaning)) return true;
  return evidence.some(
    ({ quote, publisher, publishedAt }) => quote !== null && publisher !== null && publishedAt !== null,
  );
}

export const VerdictRank = z.enum(["PREFERRED", "NORMAL", "DEPRECATED"]);
export type VerdictRank = z.infer<typeof VerdictRank>;

export const Stance = z.enum(["SUPPORTS", "REFUTES", "CONTEXT"]);
export type Stance = z.infer<typeof Stance>;

/**
 * An address that may stand in a link: http or https and nothing else, so that no script hides in one. What stands before an @ is a name
 * and a password, and what is taken in is kept for ever: so there is none.
 */
export const WebAddress = z
  .string()
  .trim()
  .max(2000)
  .refine((value) => {
    try {
      return ["http:", "https:"].includes(new URL(value).protocol);
    } catch {
      return false;
    }
  }, Complaint.enum.wholeWebAddress)
  .refine((value) => !hasUserinfo(value), Complaint.enum.secretInAddress);

export function hasUserinfo(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username !== "" || password !== "";
}

/** Is evidence the thing itself, or does it tell of it? */
export const SourceKind = z.enum(["PRIMARY", "SECONDARY"]);
export type SourceKind = z.infer<typeof SourceKind>;

export const ClaimWording = askedText("claim", 500);

/** `statementId`, where given, is linked to the new claim in the same step. */
export const CreateClaim = z.object({
  wording: ClaimWording,
  statementId: Id.nullable().default(null),
  statementRevision: Revision.nullable().default(null),
});
export const EditClaim = z.object({
  claimId: Id,
  revision: Revision,
  wording: ClaimWording,
  /** "What we don't know", one sentence each. */
  unknowns: z.array(askedText("unknown", 500)).max(20),
});
const GivenEvidence = z.object({
  claimId: Id,
  stance: z.enum(Stance.options, Complaint.enum.noStance),
  title: askedText("evidence", 300),
  url: z
    .union([z.literal("").transform(() => null), WebAddress])
    .nullable()
    .default(null),
  /** Where an archive keeps a copy of what stands at `url`. */
  archivedUrl: z
    .union([z.literal("").transform(() => null), WebAddress])
    .nullable()
    .default(null),
  sourceKind: z
    .union([z.literal("").transform(() => null), SourceKind])
    .nullable()
    .default(null),
  publisher: optionalText(200),
  publishedAt: z
    .union([z.literal("").transform(() => null), GivenDate])
    .nullable()
    .default(null),
  quote: optionalText(2000),
  note: optionalText(2000),
  /** A document that the newsroom was given, in place of an address. */
  file: EvidenceFile.nullable().default(null),
  /** Of a file, for readers. */
  cameFrom: optionalText(300),
});
/** An address or a file, or neither; a file says where it came from, and nothing else does. */
export const AddEvidence = GivenEvidence.superRefine(({ url, file, cameFrom }, context) => {
  const wrong = (field: keyof z.infer<typeof GivenEvidence>, message: Complaint) =>
    context.addIssue({ code: "custom", message, path: [field] });
  if (file !== null && url !== null) wrong("url", "fileAndAddress");
  if (file !== null && cameFrom === null) wrong("cameFrom", "noFileOrigin");
}).transform((given) => (given.file === null ? { ...given, cameFrom: null } : given));
export type AddEvidence = z.infer<typeof AddEvidence>;
/** Was the quotation found in the copy of its page? Not looked for where there is none, or where the copy can't be read. */
export const QuoteLook = z.enum(["FOUND", "MISSING", "NOT_LOOKED_FOR"]);
export type QuoteLook = z.infer<typeof QuoteLook>;
/**
 * Why a copy that was kept could not be looked through, or not to its end: a PDF without text, under a password, or broken; a document that takes more time
 * or memory than one may; one that has more pages than are read, and the quotation on none of those.
 */
export const UnreadReason = z.enum(["NO_TEXT", "LOCKED", "BROKEN", "TOO_MUCH", "TOO_LONG"]);
export type UnreadReason = z.infer<typeof UnreadReason>;
/** The pages of a PDF on which a quotation begins and ends; the document's first has the number 1, whatever is printed on it. */
export const PdfPages = z.object({ first: z.int().min(1), last: z.int().min(1) });
export type PdfPages = z.infer<typeof PdfPages>;
/** What came of looking for the quotation in a copy. `pages` where it was found in a PDF; `unread` with NOT_LOOKED_FOR alone. */
export const CopyLook = z.object({
  quote: QuoteLook,
  pages: PdfPages.nullable(),
  unread: UnreadReason.nullable(),
});
export type CopyLook = z.infer<typeof CopyLook>;
export const RequestCopy = z.object({ evidenceId: Id });
export const RemoveEvidence = z.object({ evidenceId: Id });
export const AddSearch = z.object({
  claimId: Id,
  lookedFor: askedText("lookedFor", 300),
  place: askedText("place", 300),
  searchedAt: GivenDate,
});
export type AddSearch = z.infer<typeof AddSearch>;
export const RemoveSearch = z.object({ searchId: Id });
/** Writes or rewrites the verdict of the claim's open review. `revision` is null for the first one. */
export const WriteVerdict = z.object({
  claimId: Id,
  revision: Revision.nullable().default(null),
  code: VerdictCode,
  explanation: askedText("verdict", 2000),
});
