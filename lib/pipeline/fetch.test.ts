import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Retrieval } from "#lib/domain/retrieval";
import { AppError } from "#lib/errors";
import { analyse } from "./analyse";
import { decode } from "./decode";
import { type FetchMeans, fetchPage } from "./fetch";
import { LIMITS } from "./fetch/limits";
import {
  html,
  http,
  meansOf,
  moved,
  names,
  type Route,
  raw,
  SHORT,
  type Site,
  startSite,
} from "./fetch/testing/site";

/** Addresses and sites that are broken, or made to break us: a page, or a sentence that says why not. Never a crash or a wait. */

const ROUTES = new Map<string, Route>();
let site: Site;
beforeAll(async () => {
  site = await startSite((path) => ROUTES.get(path));
});
afterAll(async () => site.stop());
beforeEach(() => {
  ROUTES.clear();
  site.asked.length = 0;
});

const WORDS = "The mayor said that the quay will open on Monday.";
const PAGE = `<!doctype html><title>The quay</title><p>${WORDS}</p>`;

/** `pages.example` is the made-up site, allowed by name at its port alone. */
const known = { "pages.example": ["127.0.0.1"], "other.example": ["127.0.0.1"] };
const addressOf = (path: string) => `http://pages.example:${site.port}${path}`;
const means = (given: Partial<FetchMeans> = {}) =>
  meansOf({
    allowHosts: [`pages.example:${site.port}`, `other.example:${site.port}`],
    lookup: names(known),
    ...given,
  });
const get = (path: string, given: Partial<FetchMeans> = {}) => fetchPage(addressOf(path), means(given));

function serve(routes: Readonly<Record<string, Route>>): void {
  for (const [path, route] of Object.entries(routes)) ROUTES.set(path, route);
}

/** A sentence that a person can act on. */
function expectRefusal(got: Retrieval, kind: "refused" | "later", sentence: RegExp): void {
  expect(got).toMatchObject({ kind, sentence: expect.stringMatching(sentence) });
  expect(got).toMatchObject({ sentence: expect.stringMatching(/^\S.{20,400}[^.]\.$/) });
}

const bodyOf = (got: Retrieval) => (got.kind === "page" ? Buffer.from(got.bytes).toString("utf8") : got);

describe("addresses that are refused before anything is asked", () => {
  test.each([
    ["loopback", "http://127.0.0.1/"],
    ["loopback, short", "http://127.1/"],
    ["loopback, decimal", "http://2130706433/"],
    ["loopback, hex", "http://0x7f000001/"],
    ["loopback, hex in part", "http://0x7f.0.0.1/"],
    ["loopback, octal", "http://0177.0.0.1/"],
    ["loopback, octal in full", "http://017700000001/"],
    ["loopback, a dot behind", "http://127.0.0.1./"],
    ["loopback, two dots behind", "http://127.0.0.1../"],
    ["loopback, hex and dots behind", "http://0x7f.1../"],
    ["loopback, wide digits", "http://１２７.０.０.１/"],
    ["loopback, ideographic stops", "http://127。0。0。1/"],
    ["loopback, escaped", "http://%31%32%37.0.0.1/"],
    ["loopback, backslashes", "http:\\\\127.0.0.1\\"],
    ["loopback, with line ends inside", "http://127.0.\n0.1/"],
    ["loopback, far from 127.0.0.1", "http://127.255.255.254/"],
    ["this machine", "http://0.0.0.0/"],
    ["this machine, as a number", "http://0/"],
    ["private, class A", "http://10.0.0.1/"],
    ["private, class B", "http://172.31.255.255/"],
    ["private, class C", "https://192.168.1.1/"],
    ["link-local", "http://169.254.0.1/"],
    ["a cloud's metadata", "http://169.254.169.254/latest/meta-data/"],
    ["a cloud's metadata, decimal", "http://2852039166/"],
    ["Alibaba's metadata, in CGNAT", "http://100.100.100.200/"],
    ["Oracle's metadata", "http://192.0.0.192/"],
    ["Azure's metadata, by range public", "http://168.63.129.16/"],
    ["CGNAT", "http://100.64.0.1/"],
    ["documentation", "http://192.0.2.1/"],
    ["documentation too", "http://203.0.113.9/"],
    ["benchmarking", "http://198.18.0.1/"],
    ["6to4 relays", "http://192.88.99.1/"],
    ["multicast", "http://224.0.0.1/"],
    ["reserved", "http://240.0.0.1/"],
    ["broadcast", "http://255.255.255.255/"],
    ["IPv6 loopback", "http://[::1]/"],
    ["IPv6 unspecified", "http://[::]/"],
    ["IPv4-mapped", "http://[::ffff:127.0.0.1]/"],
    ["IPv4-mapped, in hex, of a public address", "http://[::ffff:808:808]/"],
    ["IPv4-compatible", "http://[::127.0.0.1]/"],
    ["IPv4-translated", "http://[::ffff:0:127.0.0.1]/"],
    ["NAT64", "http://[64:ff9b::7f00:1]/"],
    ["local NAT64", "http://[64:ff9b:1::7f00:1]/"],
    ["6to4", "http://[2002:7f00:1::]/"],
    ["Teredo", "http://[2001:0:7f00:1::]/"],
    ["IPv6 link-local", "http://[fe80::1]/"],
    ["IPv6 unique local", "http://[fd12:3456::1]/"],
    ["Amazon's metadata in IPv6", "http://[fd00:ec2::254]/"],
    ["IPv6 site-local", "http://[fec0::1]/"],
    ["IPv6 multicast", "http://[ff02::1]/"],
    ["IPv6 documentation", "http://[2001:db8::1]/"],
    ["IPv6 documentation, the new range", "http://[3fff::1]/"],
    ["IPv6 discard", "http://[100::1]/"],
    ["IPv6 segment routing", "http://[5f00::1]/"],
    ["IPv6 that nobody has", "http://[4000::1]/"],
  ])("%s: %s", async (_, address) => {
    const lookup = names({});
    expectRefusal(await fetchPage(address, means({ lookup })), "refused", /not on the public internet/);
    expect(lookup.looked).toEqual([]);
    expect(site.asked).toEqual([]);
  });

  test.each([
    ["nothing", "", /no address of a web page/],
    ["words", "the page of the council", /no address of a web page/],
    ["a host with a space", "http://news example/", /no address of a web page/],
    ["no host", "http:///", /no address of a web page/],
    ["a host of dots", "http://../", /no address of a web page/],
    ["an IPv6 zone", "http://[fe80::1%25eth0]/", /no address of a web page/],
    ["an IPv4 address that overflows", "http://256.256.256.256/", /no address of a web page/],
    ["a port that isn't one", "http://news.example:99999/", /no address of a web page/],
    ["a file", "file:///etc/passwd", /begin with https/],
    ["ftp", "ftp://news.example/page", /begin with https/],
    ["gopher", "gopher://127.0.0.1:6379/_INFO", /begin with https/],
    ["a script", "javascript:alert(1)", /begin with https/],
    ["data", "data:text/html,<p>words", /begin with https/],
    ["a view of the source", "view-source:http://news.example/", /begin with https/],
    ["a name and a password", "http://anna:secret@news.example/", /a name or a password/],
    ["a host that hides behind a name", "http://news.example@127.0.0.1/", /a name or a password/],
    ["a mail server's port", "http://news.example:25/", /ports 80 and 443 only.*port 25/],
    ["a web server's other port", "https://news.example:8443/", /ports 80 and 443 only.*port 8443/],
    ["an endless address", `http://news.example/${"a".repeat(2000)}`, /longer than 2,000/],
    [
      "an address that grows when it is written out",
      `http://news.example/${"ع".repeat(500)}`,
      /longer than 2,000/,
    ],
    ["ten million letters", `http://${"a".repeat(10_000_000)}`, /longer than 2,000/],
  ])("%s", async (_, address, sentence) => {
    const lookup = names({});
    const got = await fetchPage(address, means({ lookup }));
    expectRefusal(got, "refused", sentence);
    expect(lookup.looked).toEqual([]);
    expect(JSON.stringify(got)).not.toContain("secret");
  });

  test("no site is taken for the one that hides in its address", async () => {
    expectRefusal(await fetchPage("http://news.example", means()), "refused", /no site called news\.example/);
    expectRefusal(
      await fetchPage("http://NEWS.example./", means()),
      "refused",
      /no site called news\.example;/,
    );
  });
});

describe("names are checked by what they lead to, when they are connected to", () => {
  test.each([
    ["loopback", ["127.0.0.1"]],
    ["a private network", ["10.1.2.3"]],
    ["a cloud's metadata", ["169.254.169.254"]],
    ["loopback in IPv6", ["::1"]],
    ["a mapped address", ["::ffff:10.0.0.1"]],
    ["a public address and a private one", ["93.184.216.34", "192.168.0.1"]],
    ["a private address behind a public one of the other family", ["2606:2800:220:1::1", "127.0.0.1"]],
  ])("%s", async (_, addresses) => {
    const lookup = names({ "rebinding.example": addresses, localhost: addresses });
    for (const host of ["rebinding.example", "localhost", "localhost."]) {
      expectRefusal(
        await fetchPage(`http://${host}/`, means({ lookup })),
        "refused",
        /not on the public internet/,
      );
      expectRefusal(
        await fetchPage(`https://${host}/`, means({ lookup })),
        "refused",
        /not on the public internet/,
      );
    }
    // One look-up a connection: there is no earlier answer that a later one could differ from.
    expect(lookup.looked).toHaveLength(6);
    expect(site.asked).toEqual([]);
  });

  test("a name that is public for robots.txt and private for the page is refused", async () => {
    let looks = 0;
    const robots = {
      read: async () => ({ access: "ALL", rules: "", freshUntil: new Date("2100-01-01") }) as const,
      keep: async () => {},
    };
    const lookup: NonNullable<FetchMeans["lookup"]> = (_, options, done) => {
      looks += 1;
      names({ a: ["127.0.0.1"] })("a", options, done);
    };
    expectRefusal(
      await fetchPage("http://rebinding.example/", means({ lookup, robots })),
      "refused",
      /not on the public/,
    );
    expect(looks).toBe(1);
  });

  test("a name without an address, and one that can't be looked up", async () => {
    expectRefusal(
      await fetchPage("http://empty.example/", means({ lookup: names({ "empty.example": [] }) })),
      "refused",
      /no site called/,
    );
    const lookup: NonNullable<FetchMeans["lookup"]> = (_, __, done) =>
      done(Object.assign(new Error("try again"), { code: "EAI_AGAIN" }), []);
    expectRefusal(
      await fetchPage("http://news.example/", means({ lookup })),
      "later",
      /could not be looked up/,
    );
  });

  test("what is allowed is one name at one port", async () => {
    serve({ "/": html(PAGE) });
    expect(await get("/")).toMatchObject({ kind: "page" });
    for (const address of [
      `http://127.0.0.1:${site.port}/`,
      "http://pages.example/",
      `http://sub.pages.example:${site.port}/`,
    ]) {
      expect(await fetchPage(address, means())).toMatchObject({ kind: "refused" });
    }
    const byAddress = means({ allowHosts: [`127.0.0.1:${site.port}`] });
    expect(await fetchPage(`http://127.0.0.1:${site.port}/`, byAddress)).toMatchObject({ kind: "page" });
    expect(await fetchPage(`http://2130706433:${site.port}/`, byAddress)).toMatchObject({ kind: "page" });
  });

  test("proxies that the environment names are not used", async () => {
    serve({ "/": html(PAGE) });
    const before = { ...process.env };
    Object.assign(process.env, {
      HTTP_PROXY: "http://127.0.0.1:9",
      http_proxy: "http://127.0.0.1:9",
      ALL_PROXY: "http://127.0.0.1:9",
      NODE_USE_ENV_PROXY: "1",
      NO_PROXY: "",
    });
    try {
      expect(await get("/")).toMatchObject({ kind: "page" });
    } finally {
      process.env = before;
    }
  });
});

describe("redirects", () => {
  test.each([
    ["to loopback", "http://127.0.0.1/", /127\.0\.0\.1 is not on the public/],
    ["to loopback, decimal", "http://2130706433/", /127\.0\.0\.1 is not on the public/],
    ["to loopback, without a scheme", "//127.0.0.1/", /not on the public/],
    ["to a cloud's metadata", "http://169.254.169.254/latest/", /not on the public/],
    ["to the same server by its number", "http://127.0.0.1:PORT/page", /not on the public/],
    ["to a name that is private", "http://inside.example/", /inside\.example is not on the public/],
    ["to another port", "http://news.example:6379/", /port 6379/],
    ["to a name and a password", "http://a:b@news.example/", /a name or a password/],
    ["to a file", "file:///etc/passwd", /no web address/],
    ["to ftp", "ftp://news.example/", /no web address/],
    ["to a script", "javascript:alert(1)", /no web address/],
    ["to data", "data:text/html,words", /no web address/],
    ["to what is no address", "http://[", /no web address/],
    ["to an endless address", `/${"a".repeat(3000)}`, /longer than 2,000/],
    ["to itself", "/", /in a circle/],
    ["to itself with a fragment", "/#again", /in a circle/],
  ])("%s", async (_, location, sentence) => {
    serve({ "/": moved(location.replace("PORT", String(site.port))), "/page": html(PAGE) });
    const lookup = names({ ...known, "inside.example": ["10.0.0.1"] });
    expectRefusal(await get("/", { lookup }), "refused", sentence);
    expect(site.paths()).toEqual(["/"]);
  });

  test("in a circle, on and on, and without saying where", async () => {
    serve({ "/a": moved("/b"), "/b": moved("/a", 308), "/nowhere": http(301, {}) });
    expectRefusal(await get("/a"), "refused", /in a circle/);
    expectRefusal(await get("/nowhere"), "refused", /no web address/);
    for (let n = 0; n < 20; n += 1) serve({ [`/${n}`]: moved(`/${n + 1}`) });
    site.asked.length = 0;
    expectRefusal(await get("/0"), "refused", /on and on/);
    expect(site.paths()).toHaveLength(LIMITS.redirects + 1);
  });

  test.each([301, 302, 303, 307, 308])(
    "%i is followed, and the page is where it was found",
    async (status) => {
      serve({ "/short": moved("/long?a=1#part", status), "/long?a=1": html(PAGE) });
      expect(await get("/short#x")).toMatchObject({ kind: "page", finalUrl: addressOf("/long?a=1") });
    },
  );

  test("an address in Arabic that comes as bare UTF-8 is understood", async () => {
    const path = new URL("/خبر", addressOf("/")).pathname;
    serve({ "/": moved(Buffer.from("/خبر", "utf8").toString("latin1")), [path]: html(PAGE) });
    expect(await get("/")).toMatchObject({ kind: "page" });
  });

  test("a cookie is never sent back", async () => {
    serve({ "/": http(302, { location: "/in", "set-cookie": "a=1" }), "/in": html(PAGE) });
    await get("/");
    expect(site.asked.join()).not.toMatch(/^cookie:/im);
  });
});

describe("what isn't a page", () => {
  test.each([
    ["nothing at all", raw(""), "later", /broke off/],
    ["another protocol", raw("SSH-2.0-OpenSSH_9.2\r\n"), "refused", /not a web page/],
    ["HTTP 0.9", raw("<p>words</p>"), "refused", /not a web page/],
    ["half a status line", raw("HTTP/1.1 20"), "later", /broke off/],
    ["half the headers", raw("HTTP/1.1 200 OK\r\ncontent-type: text/h"), "later", /broke off/],
    ["a header with a zero byte", raw("HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n"), "refused", /not a web page/],
    ["huge headers", http(200, { "x-a": "a".repeat(100_000) }), "refused", /more before the page/],
    [
      "100,000 headers",
      (s: Parameters<Route>[0]) => void s.end(`HTTP/1.1 200 OK\r\n${"a: b\r\n".repeat(100_000)}\r\n`),
      "refused",
      /more before the page/,
    ],
    ["a length that is no number", html(PAGE, { "content-length": "many" }), "refused", /not a web page/],
    ["a length below nothing", html(PAGE, { "content-length": -5 }), "refused", /not a web page/],
    [
      "two lengths",
      raw(
        "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 3\r\ncontent-length: 9\r\n\r\nwords of",
      ),
      "later",
      /broke off/,
    ],
    [
      "a length and pieces",
      raw(
        "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
      ),
      "later",
      /broke off/,
    ],
    [
      "a piece of no size",
      raw("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nabc"),
      "refused",
      /not a web page/,
    ],
    [
      "pieces that stop",
      raw("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\nff\r\nabc"),
      "later",
      /broke off/,
    ],
    [
      "a body shorter than its length",
      (s: Parameters<Route>[0]) =>
        void s.end(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 5000\r\n\r\n${PAGE}`),
      "later",
      /broke off.*nothing of it was kept/,
    ],
    [
      "a length beyond the limit",
      html(PAGE, { "content-length": 50_000_000 }),
      "refused",
      /larger than 4 MB/,
    ],
    ["no content", http(204, {}), "refused", /empty page/],
    ["an empty page", html(""), "refused", /empty page/],
    ["an empty page, packed", html(gzipSync(""), { "content-encoding": "gzip" }), "refused", /empty page/],
    ["a part of a page", http(206, { "content-type": "text/html" }, PAGE), "refused", /answered 206/],
    ["unchanged, though nobody asked", http(304, {}), "refused", /answered 304/],
    ["several choices", http(300, { "content-type": "text/html" }, PAGE), "refused", /answered 300/],
    ["a page for those who signed in", http(401, {}), "refused", /doesn’t let programs/],
    ["a page for those who pay", http(402, {}), "refused", /doesn’t let programs/],
    ["a page for nobody", http(403, {}), "refused", /doesn’t let programs/],
    ["no page", http(404, {}), "refused", /no page at this address/],
    ["a page that is gone", http(410, {}), "refused", /no page at this address/],
    ["a teapot", http(418, {}), "refused", /answered 418/],
    ["a page kept back by law", http(451, {}), "refused", /legal reasons/],
    ["too many visitors", http(429, {}), "later", /come back later/],
    ["an error of the server", http(500, {}, "x".repeat(1000)), "later", /answered 500/],
    ["a server that is down", http(503, {}), "later", /answered 503/],
    ["no type", http(200, {}, PAGE), "refused", /doesn’t say that this is a web page/],
    ["a type that is none", http(200, { "content-type": ";;;" }, PAGE), "refused", /doesn’t say/],
    ["a picture", http(200, { "content-type": "image/png" }, "x"), "refused", /a picture, not a web page/],
    ["a PDF", http(200, { "content-type": "application/pdf" }, "x"), "refused", /a PDF file, not a web page/],
    ["a video", http(200, { "content-type": "video/mp4" }, "x"), "refused", /a video, not/],
    [
      "a feed",
      http(200, { "content-type": "application/rss+xml" }, "<rss/>"),
      "refused",
      /a feed or other data/,
    ],
    [
      "XML with entities of its own",
      http(200, { "content-type": "text/xml" }, "<!DOCTYPE a>"),
      "refused",
      /a feed or other data/,
    ],
    ["JSON", http(200, { "content-type": "application/json" }, "{}"), "refused", /a feed or other data/],
    [
      "a program",
      http(200, { "content-type": "application/octet-stream" }, "MZ"),
      "refused",
      /a file of another kind/,
    ],
    [
      "pages glued together",
      http(200, { "content-type": "multipart/mixed" }, "x"),
      "refused",
      /another kind/,
    ],
  ] as const)("%s", async (_, route, kind, sentence) => {
    serve({ "/": route });
    expectRefusal(await get("/"), kind, sentence);
  });

  test("a length that is too short ends the page, as in a browser", async () => {
    serve({ "/": html(`${PAGE} more`, { "content-length": PAGE.length }) });
    expect(bodyOf(await get("/"))).toBe(PAGE);
  });

  test("an endless body is given up at the limit", async () => {
    let isOpen = true;
    serve({
      "/": (socket) => {
        socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n");
        const more = () => {
          while (isOpen && socket.write("word ".repeat(1000)));
        };
        socket.on("drain", more).on("close", () => {
          isOpen = false;
        });
        more();
      },
    });
    expectRefusal(await get("/"), "refused", /larger than 4 MB/);
  });

  test("how long a site asks us to stay away is told, kept, and bounded", async () => {
    const asked: [string, number][] = [];
    const now = () => new Date("2026-11-25T10:00:00Z");
    const stayAway = async (host: string, until: Date) =>
      void asked.push([host, until.getTime() - now().getTime()]);
    for (const [path, header, waitMs] of [
      ["/seconds", "120", 120_000],
      ["/date", "Wed, 25 Nov 2026 10:05:00 GMT", 300_000],
      ["/years", "99999999999", 86_400_000],
      ["/words", "soon", null],
      ["/before", "Wed, 25 Nov 2020 10:05:00 GMT", 0],
    ] as const) {
      serve({ [path]: http(503, { "retry-after": header }) });
      expect(await get(path, { now, stayAway })).toMatchObject({ kind: "later", waitMs });
    }
    expect(asked.map(([, ms]) => ms)).toEqual([120_000, 300_000, 86_400_000, 0]);
    expect(asked[0]?.[0]).toBe("pages.example");
  });
});

describe("slow sites are given up", () => {
  const quick = { ...SHORT, headers: 150, idle: 150, total: 400 };
  const every =
    (ms: number, write: (socket: Parameters<Route>[0]) => void): Route =>
    (socket) => {
      const timer = setInterval(() => write(socket), ms);
      socket.on("close", () => clearInterval(timer));
    };
  const start = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n";
  test.each([
    ["no answer", (() => {}) as Route],
    [
      "headers that never end",
      (socket, head) => {
        socket.write(start);
        every(20, (s) => void s.write("x: y\r\n"))(socket, head);
      },
    ],
    [
      "headers, a letter at a time",
      ((socket, head) => {
        socket.write(start);
        every(20, (s) => void s.write("x"))(socket, head);
      }) as Route,
    ],
    ["a body that stops", ((socket) => void socket.write(`${start}content-length: 500\r\n\r\n<p>`)) as Route],
    [
      "a body, a letter at a time",
      ((socket, head) => {
        socket.write(`${start}content-length: 50000\r\n\r\n`);
        every(20, (s) => void s.write("x"))(socket, head);
      }) as Route,
    ],
    [
      "a packed body that stops",
      ((socket) => {
        socket.write(`${start}content-encoding: gzip\r\ncontent-length: 500\r\n\r\n`);
        socket.write(gzipSync(PAGE).subarray(0, 30));
      }) as Route,
    ],
  ])("%s", async (_, route) => {
    serve({ "/": route });
    expectRefusal(await get("/", { limits: quick }), "later", /took too long|broke off/);
  });

  test("a robots.txt that never comes", async () => {
    serve({ "/robots.txt": () => {}, "/": html(PAGE) });
    const limits = { ...SHORT, headers: 10_000, robotsTotal: 150 };
    expectRefusal(await get("/", { limits }), "later", /took too long/);
    expect(site.paths()).toEqual([]);
  });
});

describe("packed bodies", () => {
  test.each([
    ["gzip", gzipSync(PAGE), "gzip"],
    ["gzip, by its old name in capitals", gzipSync(PAGE), "X-GZIP"],
    ["brotli", brotliCompressSync(PAGE), "br"],
    ["deflate", deflateSync(PAGE), "deflate"],
    ["deflate without its header", deflateRawSync(PAGE), "deflate"],
    ["identity", Buffer.from(PAGE), "identity"],
    ["identity and gzip", gzipSync(PAGE), "identity, gzip"],
  ])("%s is unpacked", async (_, body, coding) => {
    serve({ "/": html(body, { "content-encoding": coding }) });
    expect(bodyOf(await get("/"))).toBe(PAGE);
  });

  const zeros = Buffer.alloc(50_000_000);
  test.each([
    ["a bomb in gzip", gzipSync(zeros), "gzip", "refused", /larger than 4 MB/],
    ["a bomb in brotli", brotliCompressSync(zeros), "br", "refused", /larger than 4 MB/],
    ["a bomb in deflate", deflateSync(zeros), "deflate", "refused", /larger than 4 MB/],
    ["a bomb in a bomb", gzipSync(gzipSync(zeros)), "gzip, gzip", "refused", /can’t be unpacked/],
    ["packed twice", brotliCompressSync(gzipSync(PAGE)), "gzip, br", "refused", /can’t be unpacked/],
    ["packed in a way that nobody knows", gzipSync(PAGE), "zip", "refused", /can’t be unpacked/],
    ["packed in a way that isn't offered", gzipSync(PAGE), "zstd", "refused", /can’t be unpacked/],
    ["not packed at all", Buffer.from(PAGE), "gzip", "refused", /can’t be unpacked/],
    ["not brotli at all", Buffer.from(PAGE), "br", "refused", /can’t be unpacked/],
    ["cut short in gzip", gzipSync(PAGE).subarray(0, 40), "gzip", "later", /broke off/],
    ["cut short in brotli", brotliCompressSync(PAGE).subarray(0, 20), "br", "later", /broke off/],
    ["damaged in the middle", damaged(gzipSync(PAGE)), "gzip", "refused", /can’t be unpacked/],
  ] as const)("%s is not", async (_, body, coding, kind, sentence) => {
    serve({ "/": html(body, { "content-encoding": coding }) });
    expectRefusal(await get("/"), kind, sentence);
  });
});

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.fill(0xff, 20, 40);
  return copy;
}

describe("pages that are strange inside are refused whole, or read", () => {
  const read = (got: Retrieval) => {
    if (got.kind !== "page") throw new Error(JSON.stringify(got));
    const { format, content } = decode(got.bytes, { format: null, mediaType: got.mediaType });
    return analyse({ format, content, url: got.finalUrl, publisher: null }, "RULES").text;
  };
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

  test.each([
    ["zero bytes", bytes("<p>words", [0, 0, 0], `${WORDS}</p>`)],
    ["a PDF that says it is HTML", bytes("%PDF-1.7\n", [0xe2, 0xe3, 0xcf, 0xd3])],
    ["a picture that says it is HTML", bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ["gzip that doesn't say so", gzipSync(PAGE)],
    ["a lone surrogate in UTF-8", bytes("<p>ع ع ع ", [0xed, 0xa0, 0x80], `${WORDS}</p>`)],
    ["an overlong slash in UTF-8", bytes("<p>ع ع ع ", [0xc0, 0xaf], `${WORDS}</p>`)],
    ["a character cut in two", bytes(`<p>${WORDS} ع ع`, [0xd8])],
    [
      "scripts alone",
      bytes("<html><head><script>document.write('words')</script></head><body></body></html>"),
    ],
    ["a page that leads on by itself", bytes("<meta http-equiv=refresh content='0;url=http://127.0.0.1/'>")],
    ["frames within frames", bytes("<frameset><frame src=a></frameset>".repeat(50))],
    ["inner frames alone", bytes("<body>", "<iframe src=http://127.0.0.1/></iframe>".repeat(500))],
    ["100,000 frames deep", bytes("<div>".repeat(19_000))],
  ])("%s is refused with a sentence", async (_, body) => {
    serve({ "/": html(body, { "content-type": "text/html" }) });
    const got = await get("/");
    expect(() => read(got)).toThrow(AppError);
    expect(site.paths()).toEqual(["/"]);
  });

  test.each([
    [
      "the wrong charset from the server",
      bytes(PAGE.replace("mayor", "mayør")),
      "text/html; charset=windows-1252",
      /mayør/,
    ],
    ["a charset that nobody has", bytes(PAGE), "text/html; charset=klingon", /mayor/],
    [
      "windows-1256, said by the server",
      bytes("<p>", [0xc7, 0xe1, 0xe3, 0xed, 0xe4, 0xc7, 0xc1], "</p>"),
      "text/html; charset=windows-1256",
      /الميناء/,
    ],
    [
      "UTF-16 with its mark",
      bytes([0xff, 0xfe], [...Buffer.from(`<p>${WORDS}</p>`, "utf16le")]),
      "text/html",
      /mayor/,
    ],
    ["bidi controls", bytes(`<p>\u202E\u2067${WORDS}\u2069\u202C</p>`), "text/html", /\u202E\u2067The mayor/],
    ["surrogates by reference", bytes(`<p>&#xD800;&#0; ${WORDS}</p>`), "text/html", /\uFFFD/],
    [
      "XHTML with a bomb of entities",
      bytes(
        `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><body><p>&b; ${WORDS}</p></body></html>`,
      ),
      "application/xhtml+xml",
      /mayor/,
    ],
    [
      "XHTML that asks for a file",
      bytes(
        `<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; ${WORDS}</p></body></html>`,
      ),
      "application/xhtml+xml",
      /&x; The mayor/,
    ],
    ["plain text with tags", bytes(`<b>The quay</b>\n\n${WORDS}`), "text/plain", /<b>The quay<\/b>/],
    ["a type in capitals, twice", bytes(PAGE), "TEXT/HTML; a=b, text/html", /mayor/],
  ] as const)("%s is read", async (_, body, type, expected) => {
    serve({ "/": http(200, { "content-type": type }, body) });
    expect(read(await get("/"))).toMatch(expected);
  });

  test("a line of ten million characters is too large, and one of half a million is read", async () => {
    serve({
      "/ten": html("word ".repeat(2_000_000)),
      "/half": html(`<p>${WORDS} ${"word ".repeat(100_000)}</p>`),
    });
    expectRefusal(await get("/ten", { limits: LIMITS }), "refused", /larger than 4 MB/);
    expect(read(await get("/half", { limits: LIMITS }))).toHaveLength(WORDS.length + 1 + 100_000 * 5 - 1);
  });
});

describe("robots.txt", () => {
  const robots = (text: string | Uint8Array, headers = {}) =>
    http(200, { "content-type": "text/plain", ...headers }, text);
  const page = { "/": html(PAGE), "/news/quay": html(PAGE), "/in/quay": html(PAGE) };

  test.each([
    ["forbids all", "User-agent: *\nDisallow: /", false],
    ["forbids us by name", "User-agent: onrecord\nDisallow: /\n\nUser-agent: *\nAllow: /", false],
    ["forbids others", "User-agent: GPTBot\nDisallow: /", true],
    ["allows us by name", "User-agent: *\nDisallow: /\n\nUser-agent: Onrecord\nAllow: /", true],
    ["forbids the folder", "User-agent: *\nDisallow: /news/", false],
    ["forbids the folder but not this page", "User-agent: *\nDisallow: /news/\nAllow: /news/quay$", true],
    ["forbids by a pattern", "User-agent: *\nDisallow: /*quay", false],
    ["begins with a byte order mark", "\uFEFFUser-agent: *\nDisallow: /", false],
    ["has the line ends of a Mac", "User-agent: *\rDisallow: /", false],
    ["is empty", "", true],
    ["is a page that isn't there", "<!doctype html><p>Not found", true],
    ["is noise", "\0\u0001\uD83D Disallow: /\nDisallow: /", true],
    ["says it after its 512th kilobyte", `User-agent: *\n${"# a\n".repeat(140_000)}Disallow: /`, true],
  ])("%s", async (_, text, isAllowed) => {
    serve({ ...page, "/robots.txt": robots(text) });
    const got = await get("/news/quay");
    if (isAllowed) expect(got.kind).toBe("page");
    else expectRefusal(got, "refused", /in its robots\.txt, not to fetch/);
    expect(site.paths()).toEqual(isAllowed ? ["/news/quay"] : []);
  });

  test.each([
    ["isn't there", http(404, {}), true],
    ["is for others", http(403, {}), true],
    ["leads to one", moved("/in/robots.txt"), true],
    ["leads in a circle", moved("/robots.txt"), true],
    ["is packed", robots(gzipSync("User-agent: *\nAllow: /"), { "content-encoding": "gzip" }), true],
    ["can't be read now", http(500, {}), false],
    ["comes another time", http(503, { "retry-after": "60" }), false],
    ["is asked for too often", http(429, {}), false],
    ["leads into a private network", moved("http://10.0.0.1/robots.txt"), false],
    ["is damaged", robots("nonsense", { "content-encoding": "gzip" }), false],
    ["breaks off", robots("User-agent", { "content-length": 5000, connection: "close" }), false],
  ] as const)("that %s", async (_, route, isAllowed) => {
    serve({ ...page, "/in/robots.txt": robots(""), "/robots.txt": route });
    const got = await get("/", { limits: { ...SHORT, idle: 200 } });
    if (isAllowed) expect(got.kind).toBe("page");
    else expectRefusal(got, "later", /could not say whether programs may/);
    expect(site.paths().filter((path) => path === "/")).toHaveLength(isAllowed ? 1 : 0);
  });

  test("is asked for once, and again when it is old; a refusal for now too", async () => {
    let now = new Date("2026-11-25T10:00:00Z");
    const asks = () => site.asked.filter((head) => head.startsWith("GET /robots.txt")).length;
    serve({ ...page, "/robots.txt": http(500, {}) });
    const lasting = means({ now: () => now });
    await fetchPage(addressOf("/"), lasting);
    expect(await fetchPage(addressOf("/"), lasting)).toMatchObject({ kind: "later", waitMs: 600_000 });
    expect(asks()).toBe(1);
    serve({ "/robots.txt": robots("") });
    now = new Date("2026-11-25T10:10:00Z");
    expect(await fetchPage(addressOf("/"), lasting)).toMatchObject({ kind: "page" });
    expect(await fetchPage(addressOf("/news/quay"), lasting)).toMatchObject({ kind: "page" });
    expect(asks()).toBe(2);
    now = new Date("2026-11-26T10:10:00Z");
    await fetchPage(addressOf("/"), lasting);
    expect(asks()).toBe(3);
  });

  test("holds for every address on the way", async () => {
    serve({
      "/": moved("/news/quay"),
      "/news/quay": html(PAGE),
      "/robots.txt": robots("User-agent: *\nDisallow: /news/"),
    });
    expectRefusal(await get("/"), "refused", /robots\.txt/);
    expect(site.paths()).toEqual(["/"]);
  });

  test("patterns that are made to be slow end", async () => {
    const rules = `User-agent: *\n${`Disallow: ${"/*a".repeat(600)}b\n`.repeat(250)}`;
    serve({ "/robots.txt": robots(rules), [`/${"a".repeat(1900)}`]: html(PAGE) });
    expect((await get(`/${"a".repeat(1900)}`)).kind).toBe("page");
  });
});

describe("a page that was seen before", () => {
  const seen = (path: string) => async (url: string) =>
    url === addressOf(path)
      ? {
          finalUrl: url,
          mediaType: "text/html",
          etag: '"one"',
          lastModified: "Tue, 24 Nov 2026 10:00:00 GMT",
          snapshotSha256: "abc",
        }
      : null;

  test("is asked for only if it changed, at its own address alone", async () => {
    serve({ "/short": moved("/long"), "/long": http(304, { etag: '"one"' }) });
    expect(await get("/short", { seen: seen("/long") })).toMatchObject({
      kind: "unchanged",
      snapshotSha256: "abc",
      finalUrl: addressOf("/long"),
    });
    const [, first, second] = site.asked;
    expect(first).not.toMatch(/if-none-match|if-modified-since/i);
    expect(second).toMatch(/if-none-match: "one"\r\nif-modified-since: Tue, 24 Nov 2026 10:00:00 GMT/i);
  });

  test("and did, is the new page, with what its server says of it", async () => {
    serve({ "/": html(PAGE, { etag: 'W/"two"', "last-modified": "Wed, 25 Nov 2026 10:00:00 GMT" }) });
    expect(await get("/", { seen: seen("/") })).toMatchObject({
      kind: "page",
      etag: 'W/"two"',
      lastModified: "Wed, 25 Nov 2026 10:00:00 GMT",
    });
  });

  test.each([["a".repeat(600)], ["\u00E9tag"], [""]])(
    "what isn't plain or short is not kept of it: %s",
    async (etag) => {
      serve({ "/": html(PAGE, { etag }) });
      expect(await get("/")).toMatchObject({ kind: "page", etag: null });
    },
  );
});

describe("manners", () => {
  test("it says who it is and where it can be found, and sends nothing else of anybody's", async () => {
    serve({ "/": html(PAGE) });
    await get("/");
    for (const head of site.asked) {
      expect(head).toMatch(/user-agent: Onrecord \(\+https:\/\/onrecord\.example\)/i);
      expect(head).not.toMatch(/^(cookie|authorization|referer|x-forwarded-for):/im);
    }
  });

  test("a turn far off is given back before anything is asked; one that is near is waited for", async () => {
    serve({ "/": html(PAGE) });
    const now = () => new Date("2026-11-25T10:00:00Z");
    const far = new Date("2026-11-25T10:00:30Z");
    expect(await get("/", { now, takeTurn: async () => far })).toEqual({
      kind: "turn",
      host: "pages.example",
      at: far,
    });
    expect(site.asked).toEqual([]);
    const near = new Date(now().getTime() + 20);
    expect(await get("/", { now, takeTurn: async () => near })).toMatchObject({ kind: "page" });
  });

  test("one turn a host and page: redirects on a host share it, another host has its own", async () => {
    const taken: string[] = [];
    serve({
      "/": moved("/a"),
      "/a": moved(`http://other.example:${site.port}/b`),
      "/b": html(PAGE),
    });
    const takeTurn = async (host: string) => {
      taken.push(host);
      return new Date(0);
    };
    await get("/", { takeTurn });
    expect(taken).toEqual(["pages.example", "other.example"]);
  });
});
