import { Worker } from "node:worker_threads";
import { lookInPdf } from "#lib/ingest/pdf";

/** What runs in the process that reads PDFs. */

/** So much memory the process may hold in all, in MB: what a PDF unpacks to lies outside of what JavaScript's own bound counts. */
const MOST_MEMORY = 700;
/** How often it is looked, in milliseconds. */
const EVERY = 50;

// A thread of its own looks: while a document is unpacked, this one looks at nothing.
const watch = `setInterval(() => {
  if (process.memoryUsage.rss() > ${MOST_MEMORY * 1_048_576}) process.kill(process.pid, "SIGKILL");
}, ${EVERY});`;
new Worker(watch, { eval: true }).unref();

// Nothing that is read here may ask anybody for anything.
globalThis.fetch = () => Promise.reject(new Error("a document is read alone"));

/** Looks for a quotation in a document. */
export default function look({ bytes, quote }: { readonly bytes: Uint8Array; readonly quote: string }) {
  return lookInPdf(bytes, quote);
}
