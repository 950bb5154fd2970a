import { MOST_CODES } from "./scale";

/** The form that a scale is written in: a slot for each verdict, its fields under names of their own, so that what is typed is kept and needs no script. */

export const SLOTS = Array.from({ length: MOST_CODES }, (_, slot) => slot);
const TEXTS = ["code", "meaning", "word.en", "word.ar", "definition.en", "definition.ar"] as const;
export const SLOT_FIELDS = [...TEXTS, "place", "out"] as const;
export type SlotField = (typeof SLOT_FIELDS)[number];

export const slotName = (slot: number, field: SlotField): string => `codes.${slot}.${field}`;

/** A verdict as it was typed; nothing of it is checked yet. */
export interface TypedCode {
  readonly code: string;
  readonly meaning: string;
  readonly word: { readonly en: string; readonly ar: string };
  readonly definition: { readonly en: string; readonly ar: string };
}

/**
 * What was typed, in the order of its places; those of one place stay as they stand in the form. A slot that is empty or to be taken out isn't there.
 * `slots` says which slot each is of.
 */
export function typedCodes(fieldOf: (name: string) => unknown): {
  readonly codes: readonly TypedCode[];
  readonly slots: readonly number[];
} {
  const text = (slot: number, field: SlotField): string => {
    const value = fieldOf(slotName(slot, field));
    return typeof value === "string" ? value : "";
  };
  const typed = SLOTS.filter((slot) => text(slot, "out") === "")
    .filter((slot) => TEXTS.some((field) => field !== "meaning" && text(slot, field).trim() !== ""))
    .map((slot) => ({ slot, place: placeOf(text(slot, "place"), slot) }))
    .sort((a, b) => a.place - b.place || a.slot - b.slot);
  return {
    slots: typed.map(({ slot }) => slot),
    codes: typed.map(({ slot }) => ({
      code: text(slot, "code"),
      meaning: text(slot, "meaning"),
      word: { en: text(slot, "word.en"), ar: text(slot, "word.ar") },
      definition: { en: text(slot, "definition.en"), ar: text(slot, "definition.ar") },
    })),
  };
}

function placeOf(typed: string, slot: number): number {
  const place = Number(typed);
  return typed.trim() === "" || !Number.isFinite(place) ? slot + 1 : place;
}

/** The field of the form that a message about a code belongs to; `field` as it is where it is about none. */
export function slotField(field: string | undefined, slots: readonly number[]): string | undefined {
  const [, i, rest] = field?.match(/^codes\.(\d+)\.(.+)$/) ?? [];
  const slot = i === undefined ? undefined : slots[Number(i)];
  return slot === undefined || rest === undefined ? field : `codes.${slot}.${rest}`;
}
