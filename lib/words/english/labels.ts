import type { ReaderLabel } from "#lib/domain/labels";

/** The word of each label, and what it means. */
export const labels: Record<ReaderLabel, { readonly badge: string; readonly meaning: string }> = {
  REPORTED: {
    badge: "Reported",
    meaning:
      "Somebody who can be found is named as the source: a person, an organisation, a document or another outlet. It does not mean true.",
  },
  REPORTED_UNNAMED: {
    badge: "Reported, source unnamed",
    meaning:
      "The source is described well enough to see why they would know, but not named. It does not mean true.",
  },
  UNSOURCED_SPECULATION: {
    badge: "Unsourced speculation",
    meaning: "Nobody who can be found stands behind it. It does not mean false.",
  },
  OPINION: { badge: "Opinion", meaning: "The writer’s own judgement or advice. There is nothing to report." },
  UNSOURCED_ASSERTION: {
    badge: "Plain narration",
    meaning:
      "No line. The publisher tells it in its own voice and names nobody. It does not mean true or false.",
  },
  BACKGROUND: {
    badge: "Background",
    meaning: "No line. Common knowledge or a definition; it needs no source.",
  },
};
