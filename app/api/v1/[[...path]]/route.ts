import { answerPublicRead } from "#lib/next/public-read";

/** All that anybody may read by program, and every address under `/api/v1` that isn't there. */
export {
  answerPublicRead as GET,
  answerPublicRead as HEAD,
  answerPublicRead as OPTIONS,
  answerPublicRead as POST,
};
