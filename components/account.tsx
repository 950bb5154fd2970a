import Link from "next/link";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";

/** Leads out. A plain form, so that it works wherever it stands and without a script. */
export function SignOut() {
  return (
    <form action="/sign-out" method="post">
      <button className="btn btn--s" type="submit">
        {words.signedIn.signOut}
      </button>
    </form>
  );
}

/** Who is signed in; leads to what they look after themselves. */
export function AccountLink({ children }: { children: string }) {
  return (
    <Link className="muted" href="/desk/account" prefetch={false} title={words.signedIn.toAccount}>
      {children}
    </Link>
  );
}

/** Who is signed in, and the way out. */
export function Account({ actor }: { actor: Actor }) {
  return (
    <section className="cluster small" aria-label={words.signedIn.label}>
      <AccountLink>{words.signedIn.who(actor.name, actor.role)}</AccountLink>
      <SignOut />
    </section>
  );
}
