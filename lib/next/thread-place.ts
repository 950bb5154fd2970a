import { colleagues } from "#lib/db/people/people";
import { Id } from "#lib/domain/reviews";
import {
  openThreadAction,
  reopenThreadAction,
  replyAction,
  resolveThreadAction,
  takeBackCommentAction,
} from "./thread-actions";
import { timeZone } from "./time-zone";

/** What the threads of a page need. `asked` is what its address names as the thread to open. */
export async function threadPlace(asked: unknown) {
  const people = await colleagues();
  return {
    acts: {
      open: openThreadAction,
      reply: replyAction,
      resolve: resolveThreadAction,
      reopen: reopenThreadAction,
      takeBack: takeBackCommentAction,
    },
    people: people.map(({ name }) => ({ name })),
    timeZone: timeZone(),
    openId: Id.safeParse(asked).data ?? null,
  };
}
