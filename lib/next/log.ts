import { currentVisit } from "#lib/db/core/visit";

/** Names of form fields and of anything else whose value is nobody's business. */
export const SECRET = /password|token|secret|cookie|authorization|^code$/i;

const LONGEST = 500;

/**
 * What may be logged of an error: its name, code, message, stack and causes. Prisma's messages quote the call with its
 * values, so only their last line, the reason, is kept; long runs of letters and digits, which may be tokens or hashes of
 * passwords, are struck out.
 */
export function loggable(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: strike(String(error)) };
  const isPrisma = error.name.startsWith("Prisma");
  const message = isPrisma ? (error.message.trim().split("\n").at(-1) ?? "") : error.message;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...("code" in error ? { code: error.code } : {}),
    ...("digest" in error ? { digest: error.digest } : {}),
    message: strike(message),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 4 ? { cause: loggable(error.cause, depth + 1) } : {}),
  };
}

function strike(text: string): string {
  return text.slice(0, LONGEST).replace(/\$argon2[^\s"']+|[A-Za-z0-9_-]{32,}/g, "[struck out]");
}

/** One line of JSON on standard error, with the request that it belongs to, where it belongs to one. */
export function logError(event: string, details: Record<string, unknown>): void {
  const requestId = currentVisit()?.requestId;
  console.error(JSON.stringify({ level: "error", event, requestId, ...details }));
}
