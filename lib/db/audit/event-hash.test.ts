import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { eventHash, GENESIS } from "./audit";

/** Written out by hand: whoever checks an exported chain with another program must come to the same. */
test("an event's hash is SHA-256 over the hash before it and the event as canonical JSON", () => {
  const link = {
    sequence: 7n,
    at: new Date("2024-09-18T06:00:00.123Z"),
    actorId: "SYSTEM",
    action: "claim.edit",
    subjectId: "claim:1",
    payloadHash: "ab",
  };
  const json =
    '{"action":"claim.edit","actorId":"SYSTEM","at":"2024-09-18T06:00:00.123Z","payloadHash":"ab","sequence":7,"subjectId":"claim:1"}';
  for (const previous of [GENESIS, "f".repeat(64)]) {
    expect(eventHash(previous, link)).toBe(
      createHash("sha256")
        .update(previous + json)
        .digest("hex"),
    );
  }
});
