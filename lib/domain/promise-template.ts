import { z } from "zod";

/** A promise without what varies: its dates and times, amounts and places are slots. All promises of one key are tellings of one template. */

export const Slot = z.enum(["DATE", "AMOUNT", "PLACE"]);
export type Slot = z.infer<typeof Slot>;

/** Letters, marks and digits of any language, `-` between words, and `~` before the slots: it stands in an address as it is. */
export const TemplateKey = z
  .string()
  .max(300)
  .regex(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*~(?:amount|date|place)(?:\.(?:amount|date|place))*$/u);
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
