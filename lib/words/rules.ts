import { Asked, AskedComplaint, Complaint } from "#lib/domain/complaints";
import type { Reason } from "#lib/domain/reasons";
import type { RefusedError } from "#lib/domain/refusals";
import { words } from "#lib/words";
import type { Words } from "#lib/words/languages";

/** Sentences for what the domain names: why a rule refuses, what a schema complains of, and why the machine says so. */

export function refusalWords(
  { refusal }: RefusedError,
  { deskErrors, refusals, desk }: Words = words,
): string {
  switch (refusal.reason) {
    case "notYours":
      return refusals.notYours(refusal.name);
    case "openedBy":
      return refusals.openedBy(refusal.name);
    case "reviewedPage":
      return refusals.reviewedPage(refusal.name);
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
      return refusals[refusal.reason](refusal.name);
    case "suggestionsWait":
      return refusals.suggestionsWait(refusal.count);
    case "stale":
      return deskErrors.stale;
    case "draftsOpen":
      return refusals.draftsOpen(refusal.count);
    case "draftsInTheWay":
      return refusals.draftsInTheWay(refusal.count);
    case "unitsWait":
      return refusals.unitsWait(refusal.count);
    case "contradiction":
      return desk.form.contradictions[refusal.contradiction](refusal.name, desk.sourcing[refusal.sourcing]);
    default:
      return refusals[refusal.reason];
  }
}

interface Issue {
  readonly message: string;
  readonly maximum?: unknown;
}

/** In words for a person, also where the schema names no complaint: zod's own sentence is for programmers. */
export function complaintWords(
  issue: Issue | undefined,
  { complaints, sentComplaints }: Words = words,
): string {
  if (issue === undefined) return sentComplaints.unreadable;
  const { message } = issue;
  const most = Number(issue.maximum);
  if (AskedComplaint.safeParse(message).success) {
    const field = Asked.parse(message.slice(message.indexOf(".") + 1));
    return message.startsWith("missing.") ? complaints.missing(field) : complaints.long(field, most);
  }
  const named = Complaint.safeParse(message).data;
  if (named === undefined) return sentComplaints.unreadable;
  return named === "longText" ? sentComplaints.longText(most) : { ...complaints, ...sentComplaints }[named];
}

/** A reason that was stored in words is shown as it is. */
export function reasonWords(reason: Reason, { reasons }: Words = words): string {
  return "words" in reason ? reason.words : reasons[reason.rule](reason.parameters ?? {});
}
