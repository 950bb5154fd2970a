import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** Words that this place invites: whoever guesses here tries them first. */
const OF_THIS_PLACE = ["onrecord", "newsroom", "editor", "reporter", "admin", "desk", "claim", "rumour"];

/** Ten to this power guesses are too few: a stolen list of hashes would be through them in days. */
const LEAST_GUESSES_LOG10 = 10;

let estimator: ZxcvbnFactory | null = null;

/**
 * Whether a password would be guessed soon: it stands in lists of leaked ones, or is made of them, of rows of keys, of dates, of this
 * place's words or of what is known of the person (`known`: address, name).
 *
 * Source   OWASP ASVS 5.0, 6.2.4 and 6.2.12; the estimate is zxcvbn's (Wheeler, USENIX Security 2016).
 */
export function isGuessable(password: string, known: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const words = known
    .flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2);
  const plain = password.normalize("NFKC");
  return estimator.check(plain, [...OF_THIS_PLACE, ...words]).guessesLog10 < LEAST_GUESSES_LOG10;
}
