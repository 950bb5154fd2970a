import type { RefusedError } from "#lib/domain/refusals";
import * as words from "#lib/words";

/** Why a rule of the domain refuses. */
export function refusalWords({ refusal }: RefusedError): string {
  switch (refusal.reason) {
    case "notYours":
      return words.refusals.notYours(refusal.name);
    case "openedBy":
      return words.refusals.openedBy(refusal.name);
    case "reviewedPage":
      return words.refusals.reviewedPage(refusal.name);
    case "threadResolved":
    case "threadResolvedMeanwhile":
    case "topicThere":
    case "topicMergedAway":
    case "topicNameTaken":
    case "mergedAway":
    case "claimMergedAway":
    case "claimHandedIn":
    case "nameTaken":
    case "severalOfName":
    case "verdictOffScale":
      return words.refusals[refusal.reason](refusal.name);
    case "suggestionsWait":
      return words.refusals.suggestionsWait(refusal.count);
    case "stale":
      return words.deskErrors.stale;
    case "draftsOpen":
      return words.refusals.draftsOpen(refusal.count);
    case "draftsInTheWay":
      return words.refusals.draftsInTheWay(refusal.count);
    case "unitsWait":
      return words.refusals.unitsWait(refusal.count);
    case "contradiction":
      return words.desk.form.contradictions[refusal.contradiction](
        refusal.name,
        words.desk.sourcing[refusal.sourcing],
      );
    default:
      return words.refusals[refusal.reason];
  }
}
