/** Languages in which statements are looked for, as BCP 47 primary tags. Pages in others are cut into their parts and no further. */
export const ANALYSED: readonly string[] = ["en"];

/**
 * How much of a page was looked at for statements: all of it, or a part. Of a page that was looked at in part what was marked is shown, and
 * nothing is counted against the whole.
 */
export const ASSESSMENTS = ["WHOLE", "PART"] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** The stage of the note that says that a page is longer than what is looked at. */
export const LIMIT = "limit";

interface Assessed {
  readonly language: string | null;
  readonly notes: readonly { readonly stage: string }[];
}

export function assessmentOf({ language, notes }: Assessed): Assessment {
  return isAnalysed(language) && notes.every(({ stage }) => stage !== LIMIT) ? "WHOLE" : "PART";
}

export const isAnalysed = (language: string | null): boolean =>
  language !== null && ANALYSED.includes(language);
