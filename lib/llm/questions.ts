import type { ClaimDesk } from "#lib/domain/claim-desk";
import { holdsStatements, type PagePart } from "#lib/domain/page-parts";
import type { FormUse, ProposalText, ProposalUse } from "#lib/domain/proposals";
import type { Prompt } from "./prompts/prompt";
import { SEARCHES } from "./prompts/searches";
import { STATEMENTS } from "./prompts/statements";
import { WORDINGS } from "./prompts/wordings";

/** What is told of a claim, and how much of it: the first of each list, and the first characters of each text. */
const MOST_STATEMENTS = 20;
const MOST_OTHERS = 30;
const LONGEST = 1_000;

/** In UTF-16 units, of the parts of a page that hold statements: what stands further down isn't told. */
const MOST_OF_A_PAGE = 20_000;
const MOST_MARKED = 200;

export const PROMPTS: Readonly<Record<ProposalUse, Prompt>> = { WORDINGS, SEARCHES, STATEMENTS };

export interface Question {
  readonly prompt: Prompt;
  /** One JSON document: no words of a page can end it, and be read as ours. */
  readonly material: string;
  /** What is there already. */
  readonly there: readonly ProposalText[];
}

type Told = Pick<ClaimDesk, "claim" | "appearances" | "evidence" | "searches">;

/** The question of this use about a claim. Nobody of the newsroom is named in it, and no note, comment or verdict is told. */
export function questionOf(use: FormUse, desk: Told): Question {
  const both = { wording: cut(desk.claim.wording), statements: statementsOf(desk) };
  if (use === "WORDINGS") {
    return { prompt: PROMPTS[use], material: JSON.stringify(both), there: [{ wording: desk.claim.wording }] };
  }
  const searches = desk.searches.map(({ lookedFor, place }) => ({ lookedFor, place }));
  const material = {
    ...both,
    unknowns: desk.claim.unknowns.slice(0, MOST_OTHERS).map(cut),
    evidence: desk.evidence.slice(0, MOST_OTHERS).map(({ title, publisher }) => ({ title, publisher })),
    searches: searches.slice(0, MOST_OTHERS),
  };
  return { prompt: PROMPTS[use], material: JSON.stringify(material), there: searches };
}

interface ToldPage {
  readonly text: string;
  readonly segments: readonly PagePart[];
  /** What is suggested on the page already. */
  readonly suggested: readonly Pick<PagePart, "start" | "end">[];
}

/** The question which statements of a page nobody suggested yet. It is told the words of its parts and what is suggested there, and no label. */
export function questionOfPage({ text, segments, suggested }: ToldPage): Question {
  const parts: string[] = [];
  let left = MOST_OF_A_PAGE;
  for (const { start, end, type } of segments) {
    if (!holdsStatements(type) || left <= 0) continue;
    const part = text.slice(start, Math.min(end, start + left));
    parts.push(part);
    left -= part.length;
  }
  const marked = suggested.slice(0, MOST_MARKED).map(({ start, end }) => text.slice(start, end));
  return {
    prompt: PROMPTS.STATEMENTS,
    material: JSON.stringify({ parts, marked: [...new Set(marked)].map(cut) }),
    there: [],
  };
}

/** Each wording once. */
function statementsOf({ appearances }: Told): string[] {
  return [...new Set(appearances.map(({ exact }) => cut(exact)))].slice(0, MOST_STATEMENTS);
}

const cut = (text: string): string => text.slice(0, LONGEST);

/** How many bytes are sent, without what the protocol puts around them. */
export function bytesOf({ prompt, material }: Question): number {
  return Buffer.byteLength(prompt.words) + Buffer.byteLength(material) + SCHEMA_BYTES;
}

/** The shape of an answer goes along too; servers write it into what the model reads. */
const SCHEMA_BYTES = 1_000;
