import { BLOCK_TYPES, type BlockType } from "#lib/pipeline/blocks/block-types";
import { factsOf } from "#lib/pipeline/blocks/features";
import { readText } from "#lib/pipeline/blocks/text-reader";
import { BIOS, CHROME_LINES, FOREIGN, HANDLES, NAMES, OUTLETS, REMARKS, SECTIONS } from "./made-lines";
import { type Example, exampleOf } from "./training";

type Line = readonly [type: BlockType, text: string];
type Random = () => number;

/** What pages are made of; taken from training pages alone. */
export interface Pools {
  readonly bodies: readonly (readonly string[])[];
  readonly titles: readonly string[];
  readonly comments: readonly string[];
  readonly captions: readonly string[];
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

class Maker {
  constructor(
    private readonly pools: Pools,
    private readonly random: Random,
  ) {}

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private pick<T>(list: readonly T[], fallback: T): T {
    return list[Math.floor(this.random() * list.length)] ?? fallback;
  }

  private few<T>(low: number, high: number, make: () => T): T[] {
    return Array.from({ length: low + Math.floor(this.random() * (high - low + 1)) }, make);
  }

  private date(): string {
    const [day, year] = [1 + Math.floor(this.random() * 28), 2009 + Math.floor(this.random() * 17)];
    const at = Math.floor(this.random() * 12);
    const month = MONTHS[at] ?? "May";
    const short = month.slice(0, 3);
    const two = (value: number) => String(value).padStart(2, "0");
    const styles = [
      `${month} ${day}, ${year}`,
      `${day} ${month} ${year}`,
      `${short} ${day}, ${year}`,
      `${year}-${two(at + 1)}-${two(day)}`,
      `${two(at + 1)}/${two(day)}/${year}`,
      `${this.pick(DAYS, "Monday")}, ${month} ${day}, ${year}`,
      `${this.pick(DAYS, "Monday")} ${day} ${month} ${year}`,
    ];
    const clock = `${1 + Math.floor(this.random() * 12)}:${two(Math.floor(this.random() * 60))}`;
    return `${this.pick(styles, month)}${this.chance(0.3) ? this.pick([` ${clock}`, ` at ${clock} p.m.`, `, ${clock} AM ET`], "") : ""}`;
  }

  private datelines(): Line[] {
    const [name, date] = [this.pick(NAMES, "Staff"), this.date()];
    const outlet = this.pick(OUTLETS, "News");
    const styles: string[][] = [
      [`By ${name}`, date],
      [`By ${name} | ${date}`],
      [`By ${name} ${date}`],
      [`${name}`, date],
      [`By ${name} last updated ${date}`],
      [`By ${name.toUpperCase()}`, `PUBLISHED: ${date}`, `| UPDATED: ${this.date()}`],
      [`Published ${date}`],
      [`Posted by ${name} on ${date}`],
      [`Posted on ${date} by ${name}`],
      [`${date} | ${outlet}`],
      [`${date} | ${this.pick(SECTIONS, "World")} Number of readings: ${Math.floor(this.random() * 900)}`],
      [`${date} - ${this.pick(SECTIONS, "World")} - ${outlet}`],
      [`Updated: ${date}`],
      [`${name}, ${outlet}`, `Published ${date} | Updated ${this.date()}`],
      [`By ${name}, ${outlet}`],
      [date],
      [`Source: ${outlet}`, date],
      [`${1 + Math.floor(this.random() * 9)} hours ago`],
      [`by ${name} ${date}`, `${1 + Math.floor(this.random() * 9)} min read`],
    ];
    return this.pick(styles, [date]).map((text): Line => ["DATELINE", text]);
  }

  private chrome(low: number, high: number): Line[] {
    return this.few(low, high, (): Line => ["CHROME", this.pick(CHROME_LINES, "Share")]);
  }

  private title(): string {
    const title = this.pick(this.pools.titles, "News of the day");
    return this.chance(0.08) ? title.toUpperCase() : title;
  }

  private caption(): Line {
    const name = this.pick(NAMES, "Staff");
    const made = [`(Photo: ${name}/${this.pick(OUTLETS, "News")})`, `Photo by ${name}`, `Image credit: ${name}`, `${name} / Getty Images`, `FILE - ${this.title()} (AP Photo/${name})`, `${this.title()}. Photo: ${name}`, "Getty Images", `Photo: ${this.title().toLowerCase()} (handout)`];
    return ["CAPTION", this.chance(0.5) ? this.pick(this.pools.captions, "Photo") : this.pick(made, "Photo")];
  }

  private teaserInside(): Line {
    const head = this.pick(["", "", "More: ", "MORE: ", "Related: ", "READ: ", "READ MORE: ", "Also read: ", "See also: ", "Read next: ", "WATCH: "], "");
    return ["TEASER", `${head}${this.title()}`];
  }

  private body(): Line[] {
    const all = this.pick(this.pools.bodies, []);
    const size = 4 + Math.floor(this.random() * 14);
    const from = this.chance(0.6) ? 0 : Math.floor(this.random() * Math.max(1, all.length - size));
    return all.slice(from, from + size).flatMap((text, i): Line[] => {
      const lead = i === 0 && this.chance(0.2) ? this.pick(["BAGHDAD (Reuters) - ", "WASHINGTON - ", "Erbil / Mada / ", "LONDON (AP) — ", "Tigris Desk / "], "") : "";
      const line: Line = ["BODY", lead + text];
      if (i === 0 || !this.chance(0.13)) return [line];
      const kind = this.random();
      if (kind < 0.35) return [this.teaserInside(), line];
      if (kind < 0.55) return [this.caption(), line];
      if (kind < 0.8) return [...this.chrome(1, 2), line];
      return [["BODY", this.title().split(" ").slice(0, 5).join(" ")], line];
    });
  }

  private comments(): Line[] {
    const remark = () => (this.chance(0.5) ? this.pick(this.pools.comments, "Thanks.") : this.pick(REMARKS, "Thanks."));
    const style = this.random();
    const one = (): Line[] => {
      const name = this.pick(HANDLES, "Jo");
      if (style < 0.5) return [["COMMENT", `${name} says: ${remark()}`]];
      if (style < 0.65) return [["COMMENT", `Comment by ${name}: ${remark()}`]];
      if (style < 0.8) return [["COMMENT", `${name} ${this.date()}`], ["COMMENT", remark()]];
      return [["COMMENT", remark()]];
    };
    return this.few(1, 4, one).flat();
  }

  private teasers(): Line[] {
    const snippet = () => this.pick(this.pick(this.pools.bodies, []), "").slice(0, 60 + Math.floor(this.random() * 120));
    const one = (): Line[] => {
      const style = this.random();
      const title = this.title();
      if (style < 0.55) return [["TEASER", title]];
      if (style < 0.75) return [["TEASER", title], ["TEASER", ` ${snippet()}${this.pick(["...", " ...", "…", " Read more"], "...")}`]];
      const slug = `${this.pick(HANDLES, "Jo").toUpperCase()} ${this.pick(DAYS, "Monday").slice(0, 4)}. ${1 + Math.floor(this.random() * 28)} ${this.pick(MONTHS, "May").slice(0, 4)}`;
      if (style < 0.88) return [["TEASER", `${slug} Update “${snippet()} ...`]];
      return [["TEASER", `${title}${this.pick([" ►", " »", "...", ` - ${this.date()}`], "")}`]];
    };
    return this.few(1, 5, one).flat();
  }

  page(): Line[] {
    const foreign = this.chance(0.12) ? this.pick(FOREIGN, FOREIGN[0] ?? { titles: [], body: [], dates: [] }) : null;
    const above = this.chance(0.5) ? this.chrome(1, 4) : [];
    const headline: Line[] = [["HEADLINE", foreign === null ? this.title() : this.pick(foreign.titles, "")]];
    const firstBody = this.pick(this.pools.bodies, [])[0] ?? "";
    if (this.chance(0.2) && foreign === null && firstBody.length < 220) headline.push(["HEADLINE", firstBody]);
    const dates: Line[] = foreign === null ? this.datelines() : this.few(1, 2, (): Line => ["DATELINE", this.pick(foreign.dates, "")]);
    const blogDate: Line[] = this.chance(0.2) && foreign === null ? [["DATELINE", this.date()]] : [];
    const picture = this.chance(0.25) ? [this.caption()] : [];
    const body: Line[] = foreign === null ? this.body() : this.few(2, 6, (): Line => ["BODY", this.pick(foreign.body, "")]);
    const top = this.chance(0.1) ? [...dates, ...headline] : [...headline, ...(this.chance(0.15) ? this.chrome(1, 2) : []), ...(this.chance(0.92) ? dates : [])];
    const after: Line[] = [];
    if (this.chance(0.15)) after.push(["CHROME", this.pick(BIOS, "").replace("{NAME}", this.pick(NAMES, "Staff"))]);
    if (this.chance(0.5)) after.push(...this.chrome(1, 4));
    const ends = [
      () => (this.chance(0.35) ? [["CHROME", this.pick(["Leave a reply", "3 Comments", "Comments", "Share this:"], "Comments")] as Line, ...this.comments()] : []),
      () => (this.chance(0.5) ? [["CHROME", this.pick(["Related", "Latest", "You may also like", "More stories", "Popular Posts", "Post a Comment"], "Related")] as Line, ...this.teasers()] : []),
    ];
    if (this.chance(0.4)) ends.reverse();
    const share = this.chance(0.3) ? this.chrome(1, 3) : [];
    return [...above, ...blogDate, ...top, ...share, ...picture, ...body, ...after, ...ends.flatMap((make) => make()), ...(this.chance(0.2) ? this.chrome(1, 3) : [])];
  }
}

/** Plain-text pages put together from training pages' lines and lines of our own, with a type for every line. */
export function madeExamples(pools: Pools, count: number, random: Random): Example[] {
  const maker = new Maker(pools, random);
  return Array.from({ length: count }, (_, i) => {
    const lines = maker.page().filter(([, text]) => text.trim() !== "");
    const wide = random() < 0.4;
    const text = lines.map(([, line], at) => (at === 0 ? line : `${wide || random() < 0.12 ? "\n\n" : "\n"}${line}`)).join("");
    const facts = factsOf(readText(text));
    let at = 0;
    const types = facts.page.blocks.map((block) => {
      let next = at;
      while (next < lines.length && !(lines[next]?.[1] ?? "").includes(block.text)) next += 1;
      if (next < lines.length) at = next;
      return BLOCK_TYPES.indexOf(lines[at]?.[0] ?? "CHROME");
    });
    const weights = facts.page.blocks.map((block) => 0.7 + Math.min(1.5, block.text.length / 200));
    return exampleOf(`made:${i}`, facts, { types: Uint8Array.from(types), weights: Float64Array.from(weights) });
  });
}
