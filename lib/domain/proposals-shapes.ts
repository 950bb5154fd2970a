import { z } from "zod";
import { MARK_BOUNDS } from "./bounds";
import { AddSearch, ClaimWording } from "./claims-shapes";
import { type GivenMark, MarkKind } from "./marks";
import {
  FORM_USES,
  type FormUse,
  MOST_PROPOSALS,
  PROPOSAL_USES,
  type ProposalText,
  REQUEST_FAULTS,
} from "./proposals";
import { Id } from "./reviews";

export const ProposalUse = z.enum(PROPOSAL_USES);
export const RequestFault = z.enum(REQUEST_FAULTS);

export const AskProposals = z.object({ claimId: Id, use: z.enum(FORM_USES) });
export type AskProposals = z.infer<typeof AskProposals>;
export const AskStatements = z.object({ versionId: Id });
/** Of what is going to be sent, as UTF-8. */
const bytes = z.int().min(0).max(1_000_000);
export const ReserveRequest = z.union([
  AskProposals.extend({ bytes }),
  AskStatements.extend({ use: z.literal("STATEMENTS"), bytes }),
]);
export const DecideProposal = z.object({ proposalId: Id, fate: z.enum(["CHOSEN", "REJECTED"]) });

const OneWording = z.object({ wording: ClaimWording });
const OneSearch = AddSearch.pick({ lookedFor: true, place: true });

const SHAPE = { WORDINGS: OneWording, SEARCHES: OneSearch } satisfies Record<
  FormUse,
  z.ZodType<ProposalText>
>;
const OneStatement = z.object({
  exact: z.string().min(1).max(MARK_BOUNDS.exact),
  kind: MarkKind,
  why: z.string().trim().max(MARK_BOUNDS.note),
});

/** PostgreSQL can't store U+0000, and a lone surrogate is no character. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Those of the proposals that the form would take, each once, and how many were refused: too long, empty, what stands there already, or more than were asked for.
 *
 * `there`    what the form or the list holds already
 */
export function usable(
  use: FormUse,
  proposed: readonly unknown[],
  there: readonly ProposalText[],
): { readonly kept: readonly ProposalText[]; readonly refused: number } {
  const seen = new Set(there.map(keyOf));
  const kept: ProposalText[] = [];
  for (const one of proposed) {
    const parsed = SHAPE[use].safeParse(one);
    if (!parsed.success || kept.length >= MOST_PROPOSALS[use]) continue;
    const text: ProposalText = parsed.data;
    if (seen.has(keyOf(text)) || Object.values(text).some((value) => UNSTORABLE.test(value))) continue;
    seen.add(keyOf(text));
    kept.push(text);
  }
  return { kept, refused: proposed.length - kept.length };
}

/**
 * The statements that a language model found in a text, as marks: those whose words stand there letter for letter, each once, and how many were refused.
 *
 * `by`    what they are signed with
 */
export function marksProposed(
  proposed: readonly unknown[],
  text: string,
  by: string,
): { readonly marks: readonly GivenMark[]; readonly refused: number } {
  const marks = new Map<string, GivenMark>();
  for (const one of proposed) {
    const { data } = OneStatement.safeParse(one);
    if (data === undefined || marks.size >= MOST_PROPOSALS.STATEMENTS) continue;
    const { exact, kind, why } = data;
    if (!text.includes(exact) || marks.has(exact) || UNSTORABLE.test(why)) continue;
    const unknown = { prefix: "", suffix: "", at: null, day: null };
    marks.set(exact, { exact, tags: [kind], note: why, by, ...unknown });
  }
  return { marks: [...marks.values()], refused: proposed.length - marks.size };
}

const keyOf = (text: ProposalText): string =>
  JSON.stringify(
    Object.entries(text)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, value.trim().toLowerCase()]),
  );
