import robotsParser from "robots-parser";

/** What a robots.txt says to us. */
export interface RobotsRules {
  /** Its lines that concern us, shortened; null where it cannot be used, and so forbids everything. */
  readonly text: string | null;
}

/** Name under which the rules that concern us are kept. */
const US = "us";

/**
 * Keeps of a robots.txt what concerns the program of this name (RFC 9309, section 2.2.1): the groups that name it, or
 * else those for all. A file can name thousands of programs before each of thousands of rules, and a parser that keeps
 * each rule under each name would fill the memory.
 *
 * @param maxWildcards - characters of rules with wildcards beyond which the file cannot be used.
 */
export function readRobots(text: string, product: string, maxWildcards: number): RobotsRules {
  const rules: Record<"named" | "all", string[]> = { named: [], all: [] };
  let isNamed = false;
  let group = new Set<"named" | "all">();
  let inRules = false;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const [, field = "", value = ""] = /^\s*([a-z-]+)\s*:([^#]*)/iu.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === "user-agent") {
      if (inRules) group = new Set();
      inRules = false;
      const who = groupOf(value.trim().toLowerCase(), product.toLowerCase());
      if (who !== null) group.add(who);
      isNamed ||= who === "named";
    } else if (name === "allow" || name === "disallow" || name === "crawl-delay") {
      inRules = true;
      for (const who of group) rules[who].push(`${name}: ${value.trim()}`);
    }
  }
  const ours = isNamed ? rules.named : rules.all;
  const wild = ours.reduce((length, rule) => length + (rule.includes("*") ? rule.length : 0), 0);
  return { text: wild > maxWildcards ? null : [`user-agent: ${US}`, ...ours].join("\n") };
}

/** Whether an address may be fetched, and how long its host wants to be left alone afterwards (ms). */
export function askRobots({ text }: RobotsRules, url: URL): { readonly allowed: boolean; readonly delayMs: number } {
  if (text === null) return { allowed: false, delayMs: 0 };
  const robots = robotsParser(url.href, text);
  const delay = robots.getCrawlDelay(US) ?? 0;
  return { allowed: robots.isAllowed(url.href, US) ?? true, delayMs: Math.max(0, delay) * 1000 };
}

/** The product token of a `User-agent` line is compared without its version and whatever follows. */
function groupOf(value: string, product: string): "named" | "all" | null {
  if (value.startsWith("*")) return "all";
  return /^[a-z_-]*/u.exec(value)?.[0] === product && product !== "" ? "named" : null;
}
