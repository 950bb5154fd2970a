export const dynamic = "force-dynamic";

/** The web server answers. It asks nothing else, so that a lost database is no reason to restart it. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
