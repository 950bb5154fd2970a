import { answerRefused } from "#lib/next/answer-refused";

/** Where the door leads what it refuses. Nobody else finds anything here. */
export { answerRefused as GET };
