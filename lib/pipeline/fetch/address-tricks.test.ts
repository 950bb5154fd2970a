import { expect, test } from "vitest";
import { pageAddress } from "./page-address";

/** Addresses that lead inside by a spelling, and addresses that no page has: each is refused before anything is looked up. */

/** IPv4 addresses that are inside, by the range that they are of. */
const INSIDE = [
  "127.0.0.1",
  "10.0.0.1",
  "172.16.0.1",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "0.0.0.0",
  "192.0.2.1",
];

const bytes = (address: string) => address.split(".").map(Number);
const whole = (address: string) => bytes(address).reduce((sum, byte) => sum * 256 + byte, 0);
const hex = (byte = 0) => byte.toString(16).padStart(2, "0");
const pairs = ([a, b, c, d]: readonly number[]) => `${hex(a)}${hex(b)}:${hex(c)}${hex(d)}`;

const SPELLINGS: Readonly<Record<string, (address: string) => string>> = {
  plain: (address) => address,
  "one number": (address) => String(whole(address)),
  "one number, hex": (address) => `0x${whole(address).toString(16)}`,
  "one number, octal": (address) => `0${whole(address).toString(8)}`,
  "octal bytes": (address) =>
    bytes(address)
      .map((byte) => `0${byte.toString(8)}`)
      .join("."),
  "hex bytes": (address) =>
    bytes(address)
      .map((byte) => `0x${byte.toString(16)}`)
      .join("."),
  "zeros before": (address) =>
    bytes(address)
      .map((byte) => `000${byte.toString(8)}`)
      .join("."),
  "a dot behind": (address) => `${address}.`,
  "many dots behind": (address) => `${address}...`,
  "percent signs": (address) => [...address].map((one) => (one === "." ? "%2e" : one)).join(""),
  "wide digits": (address) => address.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  "wide dots": (address) => address.replaceAll(".", "。"),
  mapped: (address) => `[::ffff:${address}]`,
  "mapped, hex": (address) => `[::ffff:${pairs(bytes(address))}]`,
  compatible: (address) => `[::${address}]`,
  NAT64: (address) => `[64:ff9b::${address}]`,
  "6to4": (address) => `[2002:${pairs(bytes(address))}::1]`,
  "a port of the web": (address) => `${address}:80`,
};

const spelled = INSIDE.flatMap((address) =>
  Object.entries(SPELLINGS).map(([name, spell]) => [name, `http://${spell(address)}/`] as const),
);

const OTHERS = [
  "http://[::1]/",
  "http://[::]/",
  "http://[fe80::1]/",
  "http://[fc00::1]/",
  "http://[fd00:ec2::254]/",
  "http://[ff02::1]/",
  "http://127.1/",
  "http://127.0.1/",
  "http://0/",
  "http://0x7f.1/",
  "http://017700000001/",
  "http://2130706433/",
  "http://168.63.129.16/",
  "http://1.1.1.1:22/",
  "http://example.org:6379/",
  "http://example.org:25/",
  "http://example.org:5432/",
  "ftp://example.org/",
  "file:///etc/passwd",
  "gopher://example.org/",
  "data:text/html,x",
  "javascript:alert(1)",
  "blob:http://example.org/x",
  "http://user@example.org/",
  "http://user:word@example.org/",
  "http://example.org@127.0.0.1/",
  "http://127.0.0.1#@example.org/",
  "http://127.0.0.1\\@example.org/",
  "http:\\\\127.0.0.1/",
  "http:127.0.0.1/",
  "http:///127.0.0.1/",
  "http://",
  "http://.",
  "http://../",
  "http://example.org:99999/",
  "http://exa mple.org/",
  "http://[::1/",
  "http://%00/",
  "//127.0.0.1/",
  "example.org",
  "",
  `http://example.org/${"a".repeat(3_000)}`,
  `http://${"a".repeat(9_000)}.example/`,
];

test("there are more than a hundred", () => expect(spelled.length + OTHERS.length).toBeGreaterThan(112));

test.each([...spelled, ...OTHERS.map((address) => ["another", address] as const)])("%s: %s", (_, address) => {
  expect(() => pageAddress(address, [])).toThrow();
});

test.each([
  "http://example.org/",
  "https://1.1.1.1/",
  "http://example.org:443/",
  "http://example.org./x",
  "https://[2606:4700:4700::1111]/",
])("%s is an address of a page", (address) => expect(() => pageAddress(address, [])).not.toThrow());
