import { database } from "./client";

/** Has nobody ever put anything in: no person, no page? The sample page and the demo go into such a database only. */
export async function isEmptyDatabase(): Promise<boolean> {
  const [person, page, article] = await Promise.all([
    database().user.findFirst({ select: { id: true } }),
    database().import.findFirst({ select: { id: true } }),
    database().article.findFirst({ select: { id: true } }),
  ]);
  return person === null && page === null && article === null;
}

/** Can anybody let others in? Until then each start prints a link for the first admin. */
export async function hasOpenAdmin(): Promise<boolean> {
  return (await database().user.findFirst({ where: { role: "ADMIN", disabledAt: null } })) !== null;
}
