import { z } from "zod";
import { askedText, Complaint, optionalText } from "./complaints";
import { GivenDate } from "./given-date";
import { Id, Revision } from "./reviews";

export const VerdictCode = z.enum([
  "SUPPORTED",
  "CONTRADICTED",
  "MIXED",
  "NO_EVIDENCE_FOUND",
  "UNRESOLVED",
  "OUTDATED",
]);
export type VerdictCode = z.infer<typeof VerdictCode>;

/** Verdicts that say no more than that nothing was found, or nothing settled. */
const WITHOUT_EVIDENCE: ReadonlySet<VerdictCode> = new Set<VerdictCode>(["NO_EVIDENCE_FOUND", "UNRESOLVED"]);

interface Quotable {
  readonly quote: string | null;
  readonly publisher: string | null;
  readonly publishedAt: unknown;
}

/**
 * Does a verdict rest on something that a reader can look up? All but "unresolved" and "no evidence found" ask for one piece of evidence at
 * least with a quotation, the day on which that was published, and its publisher. A copy of the page isn't asked for: paper has none.
 */
export function restsOnEvidence(code: VerdictCode, evidence: readonly Quotable[]): boolean {
  if (WITHOUT_EVIDENCE.has(code)) return true;
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

function hasUserinfo(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username !== "" || password !== "";
}

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
export const AddEvidence = z.object({
  claimId: Id,
  stance: Stance,
  title: askedText("evidence", 300),
  url: z
    .union([z.literal("").transform(() => null), WebAddress])
    .nullable()
    .default(null),
  publisher: optionalText(200),
  publishedAt: z
    .union([z.literal("").transform(() => null), GivenDate])
    .nullable()
    .default(null),
  quote: optionalText(2000),
  note: optionalText(2000),
});
export type AddEvidence = z.infer<typeof AddEvidence>;
/** Was the quotation found in the copy of its page? Not looked for where there is none, or where the copy can't be read. */
export const QuoteLook = z.enum(["FOUND", "MISSING", "NOT_LOOKED_FOR"]);
export type QuoteLook = z.infer<typeof QuoteLook>;
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
