/** Small words within names: "Bank of England", "Ursula von der Leyen". */
const WITHIN = String.raw`(?:of|for|and|the|de|la|le|du|del|di|da|van|von|der|den|zu|bin|al|el|e)`;
const WORD = String.raw`\p{Lu}(?:\.|[\p{L}\p{M}\p{N}'’&-]*)`;
/**
 * Runs of capitalised words within a sentence: before them stands something else than what ends one, since everything
 * begins with a capital there.
 */
const RUN = new RegExp(
  String.raw`(?<=[\p{Ll}\p{N}\p{Lu},;:)“"’'–—] )${WORD}(?: (?:${WITHIN} (?:${WITHIN} )?)?${WORD}){0,7}`,
  "gu",
);
const POSSESSIVE = /['’]s?$/u;
const TITLED =
  /^(?:.*\b)?(?:Prime Minister|Ministers?|President|Secretary|Mayor|Ambassador|Chancellor|Senator|Governor|King|Queen|Prince|Princess|Pope|General|Colonel|Judge|Professor|Director|Chief|Spokesman|Spokeswoman|Mr|Mrs|Ms|Dr|Sir)\.? (?=\p{Lu}\S* \p{Lu})/u;
const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?$/u;
/** "Norwegian", "Maltese": what belongs to a place. */
const ADJECTIVE = /^\p{Lu}\p{Ll}+(?:ians?|eans?|ish|ese)$/u;
/** Longest name that is proposed while somebody types, in characters. */
const MAX_NAME = 60;
/** Characters of a body that are read. */
const MAX_BODY = 20_000;

/** What an article writes as names within its sentences, each once: people, bodies and places, as far as capitals tell. */
export function namesIn(body: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { 0: run } of body.slice(0, MAX_BODY).matchAll(RUN)) {
    // "Albania's Interior Ministry" is two names, the second in the possession of the first.
    for (const part of run.split(/(?<=['’]s) /u)) {
      const name = part
        .replace(POSSESSIVE, "")
        .replace(TITLED, "")
        .replace(/[.,]+$/u, "");
      if (name.length > 1 && name.length <= MAX_NAME && !CALENDAR.test(name) && !ADJECTIVE.test(name)) names.add(name);
    }
  }
  return names;
}
