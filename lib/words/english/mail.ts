import type { Role } from "#lib/domain/actor";
import type { LinkMail } from "#lib/domain/mail";
import type { InvitationPurpose } from "#lib/domain/people";

/** What is sent by e-mail: plain text. Days and times come in as words already. */

const as: Record<Role, string> = { CONTRIBUTOR: "a contributor", EDITOR: "an editor", ADMIN: "an admin" };

const subjects: Record<InvitationPurpose, string> = {
  SET_UP: "Set up Onrecord",
  JOIN: "You are invited to Onrecord",
  PASSWORD: "A new password for Onrecord",
};

const openings: Record<InvitationPurpose, (mail: LinkMail) => string> = {
  SET_UP: () => "With this link you set up Onrecord:",
  JOIN: ({ madeBy, role }) =>
    `${madeBy === null ? "You are invited" : `${madeBy} invited you`} to Onrecord as ${as[role]}. Open this link and choose a password:`,
  PASSWORD: ({ name, madeBy }) =>
    `${name ?? "Hello"},\n\n${madeBy ?? "An admin"} made this link for you, with which you choose a new password:`,
};

interface Said extends LinkMail {
  readonly link: string;
  readonly until: string;
  readonly origin: string;
}

export const mail = {
  subjects,
  text: (said: Said) =>
    [
      openings[said.purpose](said),
      said.link,
      `It works once, until ${said.until}. Give it to nobody: whoever has it gets in.`,
      "If you didn’t expect this, don’t open the link, and tell an admin of your newsroom.",
      `Onrecord, ${said.origin}`,
    ].join("\n\n"),
};
