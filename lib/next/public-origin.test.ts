import { expect, test } from "vitest";
import { isOwnOrigin } from "./public-origin";

const ours = new URL("https://onrecord.example");
const local = new URL("http://127.0.0.1:3000");

test.each([
  ["https://onrecord.example", ours],
  ["http://127.0.0.1:3000", local],
  ["http://localhost:3000", local],
  ["http://[::1]:3000", local],
])("a form of %s is ours", (origin, own) => expect(isOwnOrigin(origin, own)).toBe(true));

test.each([
  [null, ours],
  ["null", ours],
  ["", ours],
  ["http://onrecord.example", ours],
  ["https://onrecord.example:8443", ours],
  ["https://onrecord.example.evil.example", ours],
  ["https://evil.example", ours],
  ["http://localhost:3001", local],
  ["https://localhost:3000", local],
  ["http://localhost.evil.example:3000", local],
])("a form of %s is not", (origin, own) => expect(isOwnOrigin(origin, own)).toBe(false));
