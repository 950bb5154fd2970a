import { z } from "zod";
import { Id, Revision } from "./reviews";

/** A promise without what varies: its dates and times, amounts and places are slots. All promises of one key are tellings of one template. */

export const Slot = z.enum(["DATE", "AMOUNT", "PLACE"]);
export type Slot = z.infer<typeof Slot>;

/** Letters, marks and digits of any language, `-` between words and slots, and `~` between both: an address holds it as it is, and takes it for no file. */
export const TemplateKey = z
  .string()
  .max(300)
  .regex(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*~(?:amount|date|place)(?:-(?:amount|date|place))*$/u);
export type TemplateKey = z.infer<typeof TemplateKey>;

/** What a statement's words come apart into. `words` have the slots in braces: "The RV is {DATE}." */
export const PromiseTemplate = z.object({ key: TemplateKey, words: z.string() });
export type PromiseTemplate = z.infer<typeof PromiseTemplate>;

/** Why words make no template: one that is refused would join what has nothing in common. */
export const TemplateRefusal = z.enum([
  "NO_WORDS",
  "NOTHING_VARIES",
  "ONLY_SLOTS",
  "TOO_GENERAL",
  "REPEATED",
  "TOO_LONG",
]);
export type TemplateRefusal = z.infer<typeof TemplateRefusal>;

export type TemplateResult =
  | { readonly template: PromiseTemplate; readonly refusal: null }
  | { readonly template: null; readonly refusal: TemplateRefusal };

/** What a person chose in place of the machine's: another template, or none. */
export interface TemplateChoice {
  readonly key: TemplateKey | null;
  readonly words: string | null;
  readonly by: string;
}

/** The template is named by its key, or by the address of its page. */
export const JoinTemplate = z.object({
  statementId: Id,
  revision: Revision,
  template: z.string().trim().max(2000),
});
/** Keeps a promise out of any template; or leaves it to the machine again. */
export const PartTemplate = z.object({ statementId: Id, revision: Revision });

/** The key that somebody typed, or that stands at the end of an address; null where there is none. */
export function keyIn(typed: string): TemplateKey | null {
  const part = typed.split(/[?#]/u, 1).at(0)?.split("/").at(-1) ?? "";
  try {
    return TemplateKey.safeParse(decodeURIComponent(part)).data ?? null;
  } catch {
    return null;
  }
}
