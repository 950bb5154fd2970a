import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { database } from "#lib/db/core/client";
import { tellFallenDue } from "#lib/db/webhooks/tell";
import { readNotices, setNoticeMail } from "#lib/desk/notices";
import { handInPass, takePass } from "#lib/desk/readings";
import { person, publishedReview, storedPage } from "#lib/desk/testing/newsroom";
import { readingOf } from "#lib/desk/testing/readings";
import { openThread, replyInThread, takeBackComment } from "#lib/desk/threads";
import type { Actor } from "#lib/domain/actor";
import { mailingTasks } from "#lib/jobs/tasks";
import { workshop } from "#lib/jobs/testing/workshop";

/** What comes into an inbox goes by mail to those who want it, through the queue, to a real server on 127.0.0.1. */

const { work } = workshop();
const at = { now: new Date() };

let mara: Actor;
let avan: Actor;
let versionId: string;
let server: SMTPServer;
let refusal: Error | null = null;
let mails: { to: string[]; text: string }[] = [];
beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: (_, __, done) => done(refusal),
    onData: (stream, session, done) => {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        // Quoted-printable breaks long lines with = at their end.
        const plain = text.replace(/=\r\n/g, "");
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: plain });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(async () => {
  mails = [];
  refusal = null;
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.stubEnv("ONRECORD_SMTP_URL", url());
  [mara, avan] = [await person("Mara Quist"), await person("Avan Karim")];
  await database().user.updateMany({
    where: { id: { notIn: [mara.id, avan.id] } },
    data: { name: "Former" },
  });
  versionId = await storedPage();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await database().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

// A server that listens on a port has an address with a port.
const url = () => `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const jobs = () =>
  database().$queryRaw<{ payload: unknown; later: boolean }[]>`
    SELECT payload, run_at > now() + interval '4 minutes' AS later FROM graphile_worker._private_jobs`;
/** As if the minutes that are gathered were over. */
async function deliver(): Promise<void> {
  await database().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
  await work(
    mailingTasks({
      smtpUrl: url(),
      from: "Onrecord <onrecord@example.org>",
      origin: "https://onrecord.example",
    }),
  );
}
const name = (words: string) => openThread(avan, { versionId, body: `${words} @Mara Quist` }, at);
const wanted = () => setNoticeMail(mara, { byMail: "yes" }, at);

test("nobody gets mail who didn’t ask for it, and nobody where mail isn’t set up", async () => {
  await name("Look.");
  expect(await jobs()).toEqual([]);
  await wanted();
  vi.stubEnv("ONRECORD_SMTP_URL", "");
  await name("Look.");
  expect(await jobs()).toEqual([]);
});

test("what comes within minutes is one mail: who, how often and where, and no word of a comment or a page", async () => {
  await wanted();
  const { threadId } = await openThread(mara, { versionId, body: "Who knows?" }, at);
  await name("Quibblethorn");
  await name("Flummoxing");
  await replyInThread(avan, { threadId, body: "Gobbledygook" }, at);
  expect(await jobs()).toEqual([{ payload: { personId: mara.id }, later: true }]);
  await deliver();
  const { email } = await database().user.findUniqueOrThrow({ where: { id: mara.id } });
  expect(mails).toEqual([{ to: [email], text: expect.stringContaining("Subject: 3 new notices") }]);
  const text = mails[0]?.text ?? "";
  expect(text).toContain("Avan Karim named you (2 times).");
  expect(text).toContain("Avan Karim answered in threads of yours.");
  expect(text).toContain("https://onrecord.example/desk/inbox");
  expect(text).not.toMatch(/Quibblethorn|Flummoxing|Gobbledygook|Harbour|Quay/);
  await deliver();
  expect(mails).toHaveLength(1);
});

test("a disagreement that waits and a promise that fell due are told by mail, once, without a name or a word of the page", async () => {
  const [first, second] = [await person("Ben Quillon"), await person("Ana Ostrander")];
  await wanted();
  await tellFallenDue(new Date("2024-09-18T23:00:00.000Z"));
  await publishedReview(mara, avan);
  await tellFallenDue(new Date("2024-09-19T05:00:00.000Z"));
  const { readingId } = await readingOf(avan, "BARE");
  for (const reader of [first, second]) {
    const { passId } = await takePass(reader, { readingId }, at);
    await handInPass(reader, { passId, revision: 1 }, at);
  }
  await deliver();
  const { email } = await database().user.findUniqueOrThrow({ where: { id: mara.id } });
  const mine = () => mails.filter(({ to }) => to.includes(email)).map(({ text }) => text);
  const [text = ""] = mine();
  expect(text).toContain("A page that two people read blind waits to be settled.");
  expect(text).toMatch(/\d+ promises? fell due on pages that you reviewed or were given\./);
  expect(text).not.toMatch(/Quillon|Ostrander|Harbour|Quay|memo/i);
  await tellFallenDue(new Date("2024-09-25T05:00:00.000Z"));
  await deliver();
  expect(mine()).toHaveLength(1);
});

test("only what is new is told: nothing that was told, read or taken back before", async () => {
  await wanted();
  await name("First.");
  await deliver();
  await name("Second.");
  const { threadId } = await name("Third.");
  const comment = await database().deskComment.findFirstOrThrow({ where: { threadId } });
  await takeBackComment(avan, { commentId: comment.id }, at);
  await deliver();
  expect(mails.map(({ text }) => /Subject: (.*)\r/.exec(text)?.[1])).toEqual([
    "1 new notice",
    "1 new notice",
  ]);
  await name("Fourth.");
  await readNotices(mara, { upTo: new Date(Date.now() + 60_000).toISOString() }, at);
  await deliver();
  expect(mails).toHaveLength(2);
});

test("a server that refuses is asked again, and what was on its way goes then", async () => {
  await wanted();
  await name("Look.");
  refusal = Object.assign(new Error("come back later"), { responseCode: 451 });
  await deliver();
  expect(mails).toEqual([]);
  refusal = null;
  await deliver();
  expect(mails).toHaveLength(1);
});

test("whoever wants none any more, or whose account is closed, gets none that waited", async () => {
  await wanted();
  await name("Look.");
  await setNoticeMail(mara, {}, at);
  await deliver();
  await wanted();
  await name("Look again.");
  await database().user.update({ where: { id: mara.id }, data: { disabledAt: new Date() } });
  await deliver();
  expect(mails).toEqual([]);
});
