import { z } from "zod";

export const Role = z.enum(["CONTRIBUTOR", "EDITOR", "ADMIN"]);
export type Role = z.infer<typeof Role>;

/** Who is calling a verb. `null` is a reader without an account; the system itself acts as `SYSTEM`. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** When they last showed in this session that it is them; left out where there is no session (a program, a command). */
  readonly provedAt?: Date;
}

/** Every action that changes the record, and the roles that may ask for it. One table; verbs enforce it, screens ask it. */
const MAY = {
  "import.request": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "import.retry": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "article.refetch": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "article.watch": ["EDITOR", "ADMIN"],
  "article.correct": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "article.correctParts": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "article.takeBackParts": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "article.lookThroughParts": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "article.dismiss": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "article.takeBack": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "provenance.confirm": ["EDITOR", "ADMIN"],
  "provenance.dismiss": ["EDITOR", "ADMIN"],
  "provenance.undo": ["EDITOR", "ADMIN"],
  "provenance.add": ["EDITOR", "ADMIN"],
  "import.cancel": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "job.retry": ["ADMIN"],
  "job.retryAll": ["ADMIN"],
  "job.remove": ["ADMIN"],
  "feed.follow": ["EDITOR", "ADMIN"],
  "feed.choose": ["EDITOR", "ADMIN"],
  "feed.pause": ["EDITOR", "ADMIN"],
  "feed.resume": ["EDITOR", "ADMIN"],
  "feed.poll": ["EDITOR", "ADMIN"],
  "feed.unfollow": ["EDITOR", "ADMIN"],
  "queue.assign": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "queue.setUrgency": ["EDITOR", "ADMIN"],
  "queue.setDue": ["EDITOR", "ADMIN"],
  "queue.dismiss": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "queue.undo": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "thread.open": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "thread.reply": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "thread.resolve": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "thread.reopen": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "comment.takeBack": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "notice.read": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "notice.unread": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "notice.setMail": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "list.save": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "list.rename": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "list.delete": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "review.open": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "review.carryOver": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "review.takeOver": ["EDITOR", "ADMIN"],
  "review.submit": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "review.return": ["EDITOR", "ADMIN"],
  "review.publish": ["EDITOR", "ADMIN"],
  "review.withdraw": ["EDITOR", "ADMIN"],
  "reading.ask": ["EDITOR", "ADMIN"],
  "reading.callOff": ["EDITOR", "ADMIN"],
  "reading.rule": ["ADMIN"],
  "reading.settle": ["EDITOR", "ADMIN"],
  "reading.decide": ["EDITOR", "ADMIN"],
  "reading.finish": ["EDITOR", "ADMIN"],
  "pass.take": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.giveUp": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.accept": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.reject": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.undo": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.add": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.edit": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.remove": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.restore": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.note": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "pass.handIn": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "suggestion.accept": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "suggestion.acceptSure": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "suggestion.giveSureBack": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "suggestion.reject": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "suggestion.undo": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "statement.add": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "statement.edit": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "statement.remove": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "statement.restore": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "statement.link": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "match.refuse": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "match.undo": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "outcome.record": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "outcome.reopen": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "template.join": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "template.part": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "template.leave": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "annotation.write": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "claim.create": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "claim.edit": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "publisher.mark": ["EDITOR", "ADMIN"],
  "claim.merge": ["EDITOR", "ADMIN"],
  "claim.part": ["EDITOR", "ADMIN"],
  "doubt.dismiss": ["EDITOR", "ADMIN"],
  "doubt.reopen": ["EDITOR", "ADMIN"],
  "speaker.name": ["EDITOR", "ADMIN"],
  "speaker.merge": ["EDITOR", "ADMIN"],
  "speaker.part": ["EDITOR", "ADMIN"],
  "evidence.add": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "evidence.remove": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "evidenceCopy.request": ["EDITOR", "ADMIN"],
  "search.add": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "search.remove": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "verdict.write": ["EDITOR", "ADMIN"],
  "draft.save": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "errorReport.answer": ["EDITOR", "ADMIN"],
  "errorReport.erase": ["EDITOR", "ADMIN"],
  "person.invite": ["ADMIN"],
  "person.withdrawInvitation": ["ADMIN"],
  "person.renewInvitation": ["ADMIN"],
  "person.passwordLink": ["ADMIN"],
  "person.setRole": ["ADMIN"],
  "person.disable": ["ADMIN"],
  "person.enable": ["ADMIN"],
  "person.changePassword": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "account.endSession": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "account.endOthers": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "person.confirmLinks": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "person.requireFactor": ["ADMIN"],
  "secondFactor.begin": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "person.setUpFactor": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "person.removeFactor": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "person.newRecoveryCodes": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "passkey.begin": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "person.addPasskey": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "person.removePasskey": ["CONTRIBUTOR", "EDITOR", "ADMIN"],
  "rule.switchOff": ["ADMIN"],
  "rule.switchOn": ["ADMIN"],
  "token.create": ["ADMIN"],
  "token.revoke": ["ADMIN"],
  "webhook.add": ["ADMIN"],
  "webhook.rotate": ["ADMIN"],
  "webhook.pause": ["ADMIN"],
  "webhook.resume": ["ADMIN"],
  "webhook.delete": ["ADMIN"],
  "webhook.test": ["ADMIN"],
  "webhook.resend": ["ADMIN"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof MAY;

/** What takes something new in. The rest ends, takes back or guards, and takes next to no room. */
const TAKES_IN: ReadonlySet<Action> = new Set<Action>([
  "import.request",
  "import.retry",
  "article.refetch",
  "article.correct",
  "article.correctParts",
  "article.lookThroughParts",
  "provenance.confirm",
  "provenance.dismiss",
  "provenance.add",
  "job.retry",
  "job.retryAll",
  "feed.follow",
  "feed.choose",
  "feed.resume",
  "feed.poll",
  "review.open",
  "review.carryOver",
  "review.submit",
  "review.publish",
  "reading.ask",
  "reading.settle",
  "reading.decide",
  "reading.finish",
  "pass.take",
  "pass.accept",
  "pass.reject",
  "pass.add",
  "pass.edit",
  "pass.restore",
  "pass.note",
  "suggestion.accept",
  "suggestion.acceptSure",
  "suggestion.reject",
  "statement.add",
  "statement.edit",
  "statement.restore",
  "statement.link",
  "match.refuse",
  "outcome.record",
  "template.join",
  "template.part",
  "annotation.write",
  "claim.create",
  "claim.edit",
  "publisher.mark",
  "claim.merge",
  "speaker.name",
  "speaker.merge",
  "evidence.add",
  "evidenceCopy.request",
  "search.add",
  "verdict.write",
  "draft.save",
  "list.save",
  "thread.open",
  "thread.reply",
  "webhook.add",
]);

/** Is this refused while there is too little room on the disk? */
export function needsRoom(action: Action): boolean {
  return TAKES_IN.has(action);
}

/** May somebody of this role ask for this action at all? (The verb may still refuse: an author never publishes.) */
export function may(role: Role, action: Action): boolean {
  const roles: readonly Role[] = MAY[action];
  return roles.includes(role);
}

/** Acts that open a way in, for oneself or for others, or close one: whoever sits down at a browser that was left open can't do them. */
const ASKS_AGAIN: ReadonlySet<Action> = new Set<Action>([
  "person.invite",
  "person.renewInvitation",
  "person.passwordLink",
  "person.setRole",
  "person.disable",
  "person.enable",
  "person.requireFactor",
  "person.newRecoveryCodes",
  "secondFactor.begin",
  "passkey.begin",
  "person.removePasskey",
  "token.create",
  "token.revoke",
  "webhook.add",
  "webhook.rotate",
]);

/** For so long after it was given, nobody is asked again. In minutes. */
export const PROOF_MINUTES = 10;

/** Must this actor show again that it is them, before this act? One who has no session is always refused. */
export function mustProve(actor: Actor, action: Action, now: Date): boolean {
  if (!ASKS_AGAIN.has(action)) return false;
  return actor.provedAt === undefined || now.getTime() - actor.provedAt.getTime() > PROOF_MINUTES * 60_000;
}

/** The field of a form in which somebody gives their password again, or a code. */
export const AGAIN = "againPassword";
/** The field in which they show a passkey in its place. */
export const AGAIN_KEY = "againPasskey";
