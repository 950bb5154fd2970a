import { z } from "zod";
import type { CalendarDate } from "./analysis";
import type { ClaimChoice } from "./claim-desk";
import { SOURCE_KINDS, type SourceKind, STANCES, type Stance } from "./claims";
import type { CopyLook } from "./claims-shapes";
import { searched } from "./desk-lists";
import type { EvidenceTrouble } from "./evidence-watch";
import { Id } from "./reviews";

/** The desk's list of evidence. Plain data, safe to hand to a client component. Instants are ISO strings. */

/** Primary, secondary, or nobody said. */
export const ListedKind = z.enum([...SOURCE_KINDS, "UNSAID"]);
export type ListedKind = z.infer<typeof ListedKind>;

/** What the list is narrowed to; null, or empty, where it isn't. */
export interface EvidenceAsked {
  readonly search: string;
  /** A host without "www.". */
  readonly site: string | null;
  readonly stance: Stance | null;
  readonly kind: ListedKind | null;
  readonly claimId: string | null;
}

/** What is typed to find evidence, or its site; more isn't looked at. UTF-16 units. */
export const EVIDENCE_SEARCH_LENGTH = 200;

/** As an address says it; what it can't mean is left out. */
export function evidenceAsked(asked: Readonly<Record<string, string | string[] | undefined>>): EvidenceAsked {
  const site = siteTyped(searched(asked.site, EVIDENCE_SEARCH_LENGTH));
  return {
    search: searched(asked.search, EVIDENCE_SEARCH_LENGTH),
    site: site === "" ? null : site,
    stance: z.enum(STANCES).safeParse(asked.stance).data ?? null,
    kind: ListedKind.safeParse(asked.kind).data ?? null,
    claimId: Id.safeParse(asked.claim).data ?? null,
  };
}

/** The host in what somebody typed or pasted: a name of a site, or an address at it. */
function siteTyped(typed: string): string {
  const url = URL.parse(typed.includes("://") ? typed : `https://${typed}`);
  return (url?.hostname ?? typed).toLowerCase().replace(/^www\./, "");
}

/** The address of the list that is narrowed so. */
export function evidenceHref(asked: Partial<EvidenceAsked>): string {
  const { search, site, stance, kind, claimId } = asked;
  const named = Object.entries({ search, site, stance, kind, claim: claimId }).filter(([, value]) => value);
  const query = new URLSearchParams(named.map(([name, value]) => [name, value ?? ""]));
  return query.size === 0 ? "/desk/claims/evidence" : `/desk/claims/evidence?${query}`;
}

/** A piece of evidence in the list. */
export interface EvidenceRow {
  readonly id: string;
  readonly title: string;
  readonly stance: Stance;
  /** Null where nobody said. */
  readonly sourceKind: SourceKind | null;
  /** Null where it is a document that the newsroom holds, or nothing but words. */
  readonly url: string | null;
  readonly site: string | null;
  readonly archivedUrl: string | null;
  readonly publisher: string | null;
  readonly publishedAt: CalendarDate | null;
  readonly quote: string | null;
  readonly isFile: boolean;
  readonly claim: ClaimChoice;
  /** The last copy that was kept; null where none was. */
  readonly copy: ({ readonly at: string } & CopyLook) | null;
  /** What several looks of the worker didn't find as it was; null where nothing is said to be wrong. */
  readonly trouble: EvidenceTrouble | null;
  readonly addedBy: string;
  readonly addedAt: string;
}

export interface EvidencePage {
  readonly evidence: readonly EvidenceRow[];
  /** The claim that it is narrowed to; null where it isn't, or there is no such claim. */
  readonly claim: ClaimChoice | null;
  /** Cursors of the neighbouring parts of the list; null where there are none. */
  readonly newer: string | null;
  readonly older: string | null;
}
