import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { JoinForm } from "#components/people/join-form";
import { Wordmark } from "#components/ui/wordmark";
import { joinLink } from "#lib/db/people/people";
import { noteBadLink } from "#lib/desk/people/links";
import type { JoinLink } from "#lib/domain/people";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { dayWords, timeWords } from "#lib/words/moments";
import { joinAction, newPasswordAction } from "./actions";

const say = words.people.join;

export const metadata: Metadata = { title: `${say.pageTitle}.`, robots: { index: false, follow: false } };

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const now = new Date();
  const link = await joinLink(token, now);
  if (link.state === "unknown") await noteBadLink(now);
  return (
    <main id="main" className="sign-in wrap">
      <div className="sign-in-box">
        <Wordmark size="big" />
        {link.state === "open" ? <Open link={link} token={token} /> : <Gone link={link} />}
      </div>
    </main>
  );
}

function Open({ link, token }: { link: Extract<JoinLink, { state: "open" }>; token: string }) {
  const until = say.until(dayWords(link.expiresAt, timeZone()), timeWords(link.expiresAt, timeZone()));
  return (
    <>
      <h1 className="sign-in-title">{say.titles[link.purpose]}</h1>
      <p className="mb-4 small">{introduction(link)}</p>
      <JoinForm
        action={link.purpose === "PASSWORD" ? newPasswordAction : joinAction}
        token={token}
        purpose={link.purpose}
        email={link.email}
        needsCode={link.needsCode}
      />
      <p className="mt-4 xs muted">{until}</p>
    </>
  );
}

function introduction(link: Extract<JoinLink, { state: "open" }>): string {
  if (link.purpose === "SET_UP") return say.setUpIntro;
  if (link.purpose === "JOIN") return say.invited(link.invitedBy, link.role);
  return say.passwordIntro(link.name ?? "");
}

function Gone({ link }: { link: Exclude<JoinLink, { state: "open" }> }): ReactNode {
  const { title, text } =
    link.state === "expired"
      ? {
          title: say.expired.title,
          text: say.expired.text(dayWords(link.expiredAt, timeZone()), timeWords(link.expiredAt, timeZone())),
        }
      : say.gone[link.state];
  return (
    <>
      <h1 className="sign-in-title">{title}</h1>
      <p>{link.purpose === "SET_UP" && link.state !== "used" ? say.setUpGone : text}</p>
      <p className="mt-5 small">
        <Link href="/sign-in">{say.toSignIn}</Link>
      </p>
    </>
  );
}
