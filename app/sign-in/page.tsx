import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { PasskeySignIn } from "#components/account/passkey-sign-in";
import { SignInForm } from "#components/people/sign-in-form";
import { Wordmark } from "#components/ui/wordmark";
import { isMailOn } from "#lib/db/mail/outbox";
import { OrganisationRefusal } from "#lib/domain/organisation";
import { arePasswordsOn, organisation } from "#lib/next/organisation";
import { ownPath } from "#lib/next/own-path";
import { passkeyAction } from "#lib/next/passkey-action";
import { passkeySite } from "#lib/next/passkey-site";
import { currentActor } from "#lib/next/session";
import * as words from "#lib/words";
import { signInAction } from "./actions";

const say = words.people.signIn;

export const metadata: Metadata = { title: `${say.title}.`, robots: { index: false } };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<"next" | "organisation" | "error", string | string[] | undefined>>;
}) {
  const { next, organisation: why, error } = await searchParams;
  // next-auth brings what it finds wrong itself as `error`.
  const refusal =
    why === undefined && error === undefined ? null : OrganisationRefusal.catch("failed").parse(why);
  if ((await currentActor()) !== null) redirect(ownPath(next));
  return (
    <main id="main" className="sign-in wrap">
      <div className="sign-in-box">
        <Wordmark size="big" />
        <h1 className="sign-in-title">{say.title}</h1>
        <Organisation next={next === undefined ? null : ownPath(next)} refused={refusal} />
        {arePasswordsOn() && (
          <SignInForm action={signInAction} next={next === undefined ? undefined : ownPath(next)} />
        )}
        {arePasswordsOn() && passkeySite() !== null && (
          <PasskeySignIn action={passkeyAction} next={next === undefined ? undefined : ownPath(next)} />
        )}
        <p className="mt-5 small muted">
          {say.readers} <Link href="/">{say.toReaders}</Link>
        </p>
        {arePasswordsOn() && (
          <p className="mt-3 small muted" id="forgot" tabIndex={-1}>
            <b>{say.forgot}</b> {say.forgotHow(isMailOn())}
          </p>
        )}
      </div>
    </main>
  );
}

/** The way in through one's organisation, where there is one, and why it didn't lead in. A plain link: it leads away. */
function Organisation({ next, refused }: { next: string | null; refused: OrganisationRefusal | null }) {
  const found = organisation();
  if (found === null) return null;
  const query = next === null ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <div className="stack-3 mb-6">
      {refused !== null && (
        <p className="error" role="alert">
          {say.organisation.refused[refused]}
        </p>
      )}
      <a className="btn btn--full btn--main" href={`/sign-in/organisation${query}`}>
        {say.organisation.submit(found.name)}
      </a>
      {arePasswordsOn() && <p className="small muted">{say.organisation.orPassword}</p>}
    </div>
  );
}
