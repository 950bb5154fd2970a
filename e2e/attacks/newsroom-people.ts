import type { Browser } from "@playwright/test";
import { browserOf, type Person, signIn } from "#e2e/newsroom";
import type { Product } from "#e2e/product";
import { database, disconnect } from "#lib/db/core/client";
import { invitePerson } from "#lib/desk/people/invitations";
import { acceptInvitation } from "#lib/desk/people/joining";
import type { Actor, Role } from "#lib/domain/actor";
import type { Things } from "./addresses";

/** People and things of a newsroom that runs, reached past its screens: by the verbs, on its own database. */

/** Do this with the product's database, as its owner. */
export async function inDatabase<T>(product: Product, work: () => Promise<T>): Promise<T> {
  process.env.DATABASE_URL = product.ownerUrl();
  try {
    return await work();
  } finally {
    await disconnect();
    delete process.env.DATABASE_URL;
  }
}

/** An admin of the newsroom, who proved a moment ago who they are. */
export async function adminHere(): Promise<Actor> {
  const { id, name } = await database().user.findFirstOrThrow({
    where: { role: "ADMIN", disabledAt: null },
    orderBy: { id: "asc" },
  });
  return { id, name, role: "ADMIN", provedAt: new Date() };
}

/** Somebody who was invited and came. */
export async function newPerson(name: string, role: Role): Promise<Person & { readonly actor: Actor }> {
  const now = new Date();
  const admin = await adminHere();
  const email = `${name.toLowerCase().replace(/ /g, "-")}@example.org`;
  const password = `three lamps of ${name}`;
  const { token } = await invitePerson(admin, { email, role }, { now });
  const { userId } = await acceptInvitation({ token, name, email, password }, { now });
  return { name, email, password, actor: { id: userId, name, role, provedAt: now } };
}

/** The Cookie header of a browser in which this person has just signed in. */
export async function cookieOf(browser: Browser, origin: string, who: Person): Promise<string> {
  const page = await browserOf(browser, origin);
  await signIn(page, who);
  const cookies = await page.context().cookies();
  await page.context().close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** What addresses need, and a title that no reader may see. */
export async function thingsOf(): Promise<Things & { readonly unpublished: string }> {
  const review = await database().review.findFirstOrThrow({
    where: {
      kind: "ARTICLE",
      state: { notIn: ["PUBLISHED"] },
      version: { article: { publications: { none: {} } } },
    },
    include: { version: true },
  });
  const article = await database().article.findFirstOrThrow({ where: { publications: { some: {} } } });
  const claim = await database().claim.findFirstOrThrow({ where: { publications: { some: {} } } });
  const { id: importId } = await database().import.findFirstOrThrow();
  return {
    versionId: review.versionId ?? "",
    reviewId: review.id,
    claimId: claim.id,
    importId,
    articleSlug: article.slug,
    claimSlug: claim.slug,
    unpublished: review.version?.title ?? "",
  };
}
