import { FEWEST, type Told } from "#lib/domain/agreement-report";
import * as words from "#lib/words";
import { agreementWords } from "./agreement-figure";

/** A figure as the desk tells it: none of fewer than `FEWEST` places, as readers are told none. It says how many there are. */
export function deskAgreementWords(told: Told): string {
  const { n } = told.figure;
  return n > 0 && n < FEWEST ? words.readings.agreement.tooFew(n) : agreementWords(told);
}
