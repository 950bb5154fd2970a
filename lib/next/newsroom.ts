/** What the newsroom says of itself to readers, as ONRECORD_NEWSROOM… say it; null where it says nothing. `lib/env.ts` has looked at them. */
export interface Newsroom {
  readonly name: string | null;
  readonly about: string | null;
  readonly funding: string | null;
  readonly contact: string | null;
}

export function newsroom(env: NodeJS.ProcessEnv = process.env): Newsroom {
  const said = (name: string) => env[name]?.trim() || null;
  return {
    name: said("ONRECORD_NEWSROOM"),
    about: said("ONRECORD_NEWSROOM_ABOUT"),
    funding: said("ONRECORD_NEWSROOM_FUNDING"),
    contact: said("ONRECORD_NEWSROOM_CONTACT"),
  };
}
