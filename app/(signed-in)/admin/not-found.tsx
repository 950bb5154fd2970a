import Link from "next/link";
import { currentActor } from "#lib/next/session";
import * as words from "#lib/words";

const say = words.people.errors;

/** Shown to whoever is signed in without being an admin, and where there is nothing at all. */
export default async function AdminNotFound() {
  const actor = await currentActor();
  const isRefused = actor !== null && actor.role !== "ADMIN";
  return (
    <>
      <h1 className="page-title">{isRefused ? say.notForYouTitle : words.trouble.notFoundTitle}</h1>
      <p className="lede">{isRefused ? say.notForYou(actor.role) : words.errors.notFound}</p>
      <p className="mt-6">
        <Link href="/desk">{words.signedIn.toDesk}</Link>
      </p>
    </>
  );
}
