import { createHash } from "node:crypto";

/**
 * Whose record a published publisher is: a publisher goes by its published name, and by nothing else. A UUID of version 8 made of the SHA-256
 * of the name in UTF-8; the database makes the same one (`publisher_subject`).
 * Source   RFC 9562, 5.8.
 */
export function publisherSubject(name: string): string {
  const hex = createHash("sha256").update(name, "utf8").digest("hex");
  const digits = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * Whose record a published author is: a byline, whole and as it was published, on the pages of one publisher. The same byline on another publisher's pages may be
 * somebody else, so it is another record. Made as above of the publisher's id and the byline, with a space between (`author_subject`).
 */
export function authorSubject(publisher: string, author: string): string {
  return publisherSubject(`${publisherSubject(publisher)} ${author}`);
}
