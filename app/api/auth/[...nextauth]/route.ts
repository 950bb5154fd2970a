import type { NextRequest } from "next/server";
import { authRoute } from "#lib/next/auth";
import { ORGANISATION, organisation } from "#lib/next/organisation";

/** The part of next-auth that is used. What it logs or draws itself on request stays shut. */
const OPEN = new Set(["csrf", "session", "signin", "signout", "callback", "error"]);

interface Context {
  readonly params: Promise<{ readonly nextauth: string[] }>;
}

/**
 * What is asked with GET; the rest takes a form. A callback is one: with GET it would read a password out of an address. People come back
 * from their organisation with GET, and what stands in that address is of use to this browser alone, once.
 */
const READ = new Set(["csrf", "session", "signin", "signout", "error"]);

export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  const [part = ""] = nextauth;
  if (!OPEN.has(part)) return nothingHere(404);
  const isReturn = nextauth.length === 2 && part === "callback" && nextauth[1] === ORGANISATION;
  return READ.has(part) || (isReturn && organisation() !== null)
    ? authRoute(request, nextauth)
    : nothingHere(405);
}

/** next-auth throws where a form can't be read; a form that can is given to it as it came. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  const { nextauth } = await params;
  if (!OPEN.has(nextauth[0] ?? "")) return nothingHere(404);
  return (await isForm(request.clone())) ? authRoute(request, nextauth) : nothingHere(400);
}

async function isForm(request: Request): Promise<boolean> {
  try {
    const isJson = request.headers.get("content-type")?.startsWith("application/json") === true;
    const form: unknown = isJson ? await request.json() : await request.formData();
    return typeof form === "object" && form !== null;
  } catch {
    return false;
  }
}

function nothingHere(status: 400 | 404 | 405): Response {
  return new Response(null, { status });
}
