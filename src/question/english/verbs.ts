import { IRREGULAR_VERBS } from "../../text/irregular-verbs.ts";

/** Past forms and participles that do not end in -ed. */
const IRREGULAR_PAST: ReadonlySet<string> = new Set([
  ...IRREGULAR_VERBS.trim()
    .split("\n")
    .flatMap((line) => line.split(" ").slice(1)),
  ..."hit cut put set shut hurt cost let quit split spread beat bet broadcast cast burst shed sued".split(" "),
]);

/** End like a past and are none. */
const NO_PAST: ReadonlySet<string> = new Set(
  "need feed speed seed weed breed bleed indeed hundred red bed shed sacred naked wicked aged embed exceed proceed succeed agreed united".split(
    " ",
  ),
);

/** Pasts of what befalls somebody or is merely so: who survived did nothing. */
const NO_DEED: ReadonlySet<string> = new Set(
  "died survived lived knew wanted needed got became belonged remained benefited suffered felt liked loved hated owned thought believed seemed looked stayed existed was were had".split(
    " ",
  ),
);

/** Whether a word is a past or participle: "stole", "signed". */
export function isPast(word: string): boolean {
  return IRREGULAR_PAST.has(word) || (word.length > 3 && word.endsWith("ed") && !NO_PAST.has(word));
}

/** Whether a word tells of something that somebody did. */
export function isDeed(word: string): boolean {
  return isPast(word) && !NO_DEED.has(word);
}

/** Forms of verbs that say that somebody says, thinks or answers something, as alternatives of a pattern. */
export const SAYING =
  "say|says|said|saying|tell|told|claim|claims|claimed|state|stated|states|deny|denies|denied|confirm|confirms|confirmed|comment|commented|comments|warn|warned|warns|argue|argued|argues|insist|insisted|insists|admit|admitted|admits|respond|responded|reply|replied|react|reacted|think|thinks|thought|tweet|tweeted|remark|remarked|announce|announced|declare|declared";
