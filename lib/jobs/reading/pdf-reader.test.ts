import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { bombPdf, lines, madePdf } from "#lib/pipeline/pdf/testing/made-pdf";
import { startPdfReader } from "./pdf-reader";

const reader = startPdfReader();
afterAll(() => reader.close());
const REPORT = madePdf([lines(60, 700, "The quay was built in 1931.")]);
const tooMuch = { quote: "NOT_LOOKED_FOR", pages: null, unread: "TOO_MUCH" };

test("a PDF is read in a process of its own", async () => {
  expect(await reader.look(REPORT, "built in 1931")).toEqual({
    quote: "FOUND",
    pages: { first: 1, last: 1 },
    unread: null,
  });
}, 60_000);

test("one that unpacks to a gigabyte costs its process alone, and the next one is read", async () => {
  const bomb = bombPdf(1_000_000_000);
  expect(bomb.length).toBeLessThan(100_000);
  expect(await reader.look(bomb, "built in 1931")).toEqual(tooMuch);
  expect(await reader.look(REPORT, "built in 1931")).toMatchObject({ quote: "FOUND" });
}, 180_000);

test("one that takes too long is given up, and takes no time of those behind it", async () => {
  const program = "lib/jobs/reading/testing/endless.ts";
  const other = startPdfReader({ program, time: 8_000 });
  try {
    const looks = [new Uint8Array(), new Uint8Array(), REPORT].map((bytes) =>
      other.look(bytes, "built in 1931"),
    );
    expect(await Promise.all(looks)).toEqual([tooMuch, tooMuch, expect.objectContaining({ quote: "FOUND" })]);
  } finally {
    await other.close();
  }
}, 60_000);

test("a document that names other files asks nobody for them", async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/x`;
  const text = Buffer.from(REPORT).toString("latin1");
  const catalog = `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL("${address}")) >> /URI << /Base (${address}) >> >>`;
  // The table of offsets is wrong then, as in many a document: it is read from its objects.
  const calling = Buffer.from(text.replace("<< /Type /Catalog /Pages 2 0 R >>", catalog), "latin1");
  try {
    expect(await reader.look(calling, "built in 1931")).toMatchObject({ quote: "FOUND" });
    expect(asked).toBe(0);
  } finally {
    await new Promise((done) => server.close(done));
  }
}, 60_000);
