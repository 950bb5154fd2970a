import { Asked, AskedComplaint, Complaint } from "#lib/domain/complaints";
import * as words from "#lib/words";

interface Issue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly maximum?: unknown;
  /** Of what there is too much. */
  readonly origin?: unknown;
}

/** In words for a person, also where the schema names no complaint: zod's own sentence is for programmers. */
export function complaintWords(issue: Issue | undefined): string {
  if (issue === undefined) return words.sentComplaints.unreadable;
  const { message } = issue;
  const most = Number(issue.maximum);
  if (AskedComplaint.safeParse(message).success) {
    const field = Asked.parse(message.slice(message.indexOf(".") + 1));
    return message.startsWith("missing.")
      ? words.complaints.missing(field)
      : words.complaints.long(field, most);
  }
  const named = Complaint.safeParse(message).data;
  if (named === undefined) {
    const isLong = issue.code === "too_big" && issue.origin === "string";
    return isLong ? words.sentComplaints.longText(most) : words.sentComplaints.unreadable;
  }
  return named === "longText"
    ? words.sentComplaints.longText(most)
    : { ...words.complaints, ...words.sentComplaints }[named];
}
