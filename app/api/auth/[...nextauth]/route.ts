import type { NextRequest } from "next/server";
import { authRoute } from "#lib/next/auth";

/** The part of next-auth that is used. What it logs or draws itself on request stays shut. */
const OPEN = new Set(["csrf", "session", "signin", "signout", "callback", "error"]);

interface Context {
  readonly params: Promise<{ readonly nextauth: string[] }>;
}

async function answer(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  return OPEN.has(nextauth[0] ?? "") ? authRoute(request, nextauth) : new Response(null, { status: 404 });
}

export { answer as GET, answer as POST };
