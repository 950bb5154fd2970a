import type { DraftBody } from "#components/ui/drafts";
import { MODES, type PageGiven } from "./page-given";

/** What is kept, while it is typed, of the form for giving a page. Files stay where they are. */

export const PAGE_DRAFT = "import:page";
/** As much of one field is kept as a draft; in UTF-16 units. */
export const MOST_KEPT = 20_000;

/** What is told of a page beside its content. */
export interface AboutPage {
  readonly url: string;
  readonly publisher: string;
}

const TYPED = ["text", "html", "address", "addresses"] as const;

/** Null where nothing was typed. A field that is longer than a draft can be is left out. */
export function draftOfPage(given: PageGiven, about: AboutPage): DraftBody | null {
  const fields = [...TYPED.map((name) => [name, given[name]] as const), ...Object.entries(about)];
  const typed = fields.filter(([, value]) => value.trim() !== "" && value.length <= MOST_KEPT);
  return typed.length === 0 ? null : Object.fromEntries([["mode", given.mode], ...typed]);
}

/** Is there more in the form than is kept? */
export function isTooLongToKeep(given: PageGiven): boolean {
  return TYPED.some((name) => given[name].length > MOST_KEPT);
}

/** What comes back into the form. What was kept long ago, or by another program, may lack anything. */
export function pageOfDraft(body: DraftBody | null): { given: Partial<PageGiven>; about: AboutPage } {
  const mode = MODES.find((one) => one === body?.mode);
  const typed = TYPED.flatMap((name) => (body?.[name] === undefined ? [] : [[name, body[name]] as const]));
  return {
    given: { ...Object.fromEntries(typed), ...(mode === undefined ? {} : { mode }) },
    about: { url: body?.url ?? "", publisher: body?.publisher ?? "" },
  };
}
