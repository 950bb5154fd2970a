import { z } from "zod";
import { QUOTE_LOOKS, SOURCE_KINDS, STANCES, UNREAD_REASONS } from "./claims";
import { askedText, Complaint, optionalText } from "./complaints";
import { EvidenceFile } from "./evidence-files-shapes";
import { GivenDate } from "./given-date";
import { Id, Revision } from "./reviews";
import { VerdictCode } from "./scale-shapes";
import { WebAddress } from "./web-addresses-shapes";

export const Stance = z.enum(STANCES);
export type Stance = z.infer<typeof Stance>;

export const SourceKind = z.enum(SOURCE_KINDS);
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
  stance: z.enum(STANCES, Complaint.enum.noStance),
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
/** The pages of a PDF on which a quotation begins and ends; the document's first has the number 1, whatever is printed on it. */
export const PdfPages = z.object({ first: z.int().min(1), last: z.int().min(1) });
export type PdfPages = z.infer<typeof PdfPages>;
/** What came of looking for the quotation in a copy. `pages` where it was found in a PDF; `unread` with NOT_LOOKED_FOR alone. */
export const CopyLook = z.object({
  quote: z.enum(QUOTE_LOOKS),
  pages: PdfPages.nullable(),
  unread: z.enum(UNREAD_REASONS).nullable(),
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
