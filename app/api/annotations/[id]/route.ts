import { answerPublicRead } from "#lib/next/public-read";

/** For programs that were written for Hypothesis: what stands published, to be read alone. */
export {
  answerPublicRead as GET,
  answerPublicRead as HEAD,
  answerPublicRead as OPTIONS,
  answerPublicRead as POST,
};
