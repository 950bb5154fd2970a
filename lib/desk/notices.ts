import { keepMailSetting, markRead, markUnread } from "#lib/db/notices/notices";
import { ReadNotices, SetNoticeMail, UnreadNotices } from "#lib/domain/notices-shapes";
import { verb } from "./verb";

/** One's own inbox. No part of the record: its acts leave no event. Nobody reaches the notices of others. */

/** `readAt` is what all of it can be taken back by. */
export const readNotices = verb("notice.read", {
  input: ReadNotices,
  run: async ({ tx, actor, input, now }) => {
    const count = await markRead(tx, actor.id, input, now);
    return { result: { count, readAt: now.toISOString() }, subject: null, payload: null };
  },
});

export const unreadNotices = verb("notice.unread", {
  input: UnreadNotices,
  run: async ({ tx, actor, input }) => {
    const count = await markUnread(tx, actor.id, input);
    return { result: { count }, subject: null, payload: null };
  },
});

export const setNoticeMail = verb("notice.setMail", {
  input: SetNoticeMail,
  run: async ({ tx, actor, input }) => {
    await keepMailSetting(tx, actor.id, input.byMail);
    return { result: null, subject: null, payload: null };
  },
});
