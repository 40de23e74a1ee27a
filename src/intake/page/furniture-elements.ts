import type { FurnitureReason } from "../../domain/import-report.ts";
import { isInline } from "./visible.ts";
import { attributeOf, type PageElement } from "./tree.ts";

/*
 * Words in class and id that say what an element is for, one row a reason. The words are parted before
 * (`article__shareTools` is "article share tools"), so each is looked for whole.
 */
const words: readonly (readonly [FurnitureReason, RegExp])[] = [
  [
    "caption",
    / (?:caption|captions|figcaption|bildunterschrift|bildtext|legende|didascalia|pie foto|(?:photo|image|img|picture|media) (?:credits?|description|copyright|legend)|credits?) /u,
  ],
  [
    "sharing",
    / (?:share|sharing|shares|sharebar|sharedaddy|share(?:tools|buttons)|social(?! (?:embed|post|quote))|socials|addthis|addtoany|comments?|comentarios|commentaires|kommentare?|commenti|disqus|respond|reactions?|follow us|bookmark|print button|tools?bar) /u,
  ],
  [
    "advertising",
    / (?:ads?|adslot|adunit|adbox|advert|adverts|advertisement|advertising|anzeige|werbung|publicidad|publicite|pubblicita|reklama|dfp|gpt ad|sponsor|sponsored|newsletters?|subscribe|subscription|signup|sign up|donate|donation|promo|promos|promotion|marketing|(?:paywall|regwall) (?:banner|box|message|offer|overlay|prompt|wall)|apuesta|membership) /u,
  ],
  [
    "boilerplate",
    / (?:cookies?|cookiebar|cookiebanner|consent|gdpr|cmp|onetrust|copyright|disclaimer|imprint|impressum|colophon|footer|foot|author (?:bio|box|card|info|description|profile|about)|about (?:the )?author|autorenbox|bio|biography|agency (?:footer|note)|corrections? policy|trust (?:box|project)|standards) /u,
  ],
  [
    "navigation",
    / (?:nav|navbar|navigation|menu|breadcrumbs?|related|recommended|recommendations?|recirc|recirculation|more (?:stories|news|on|from|like)|most (?:read|viewed|popular)|mostread|popular|trending|read (?:more|next|also)|readmore|readnext|lire aussi|leggi anche|lesen sie|mehr zum thema|up next|next up|see also|sidebar|toc|table of contents|tags|tag (?:list|links|cloud)|keywords|topics list|pagination|pager|sitemap|teasers|teaser (?:list|card|box)|onward|outbrain|taboola|next (?:article|story|post)|prev(?:ious)? (?:article|story|post)|post navigation|ticker|widget area|jump ?links?|skip|search ?(?:box|form|bar)|site header|masthead|topbar) /u,
  ],
  [
    "byline",
    / (?:bylines?|author|authors|autor|autore|auteur|post meta|entry meta|article meta|meta ?data|meta info|timestamps?|date ?time|pub ?date|publish(?:ed)?(?: (?:on|date|time))?|date|read(?:ing)? time|lastmod|updated) /u,
  ],
];

/** Boxes beside the text that add to it, rather than lead away. */
const factBox = / (?:fact|facts|factbox|infobox|info box|explainer|context|background|timeline|key points|q a) /u;
const quoteBox = / (?:pull ?quotes?|pulled|pq) /u;

/** What class and id say, words parted by single blanks, a blank at either end. */
function namesOf(element: PageElement): string {
  const names = `${attributeOf(element, "class")} ${attributeOf(element, "id")}`.slice(0, 1000);
  const parted = names.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, " ").toLowerCase();
  return ` ${parted.replaceAll(/[^a-z]+/gu, " ").trim()} `;
}

/** Why an element is known not to be reporting, by its name, role and class; null where they do not tell. */
export function furnitureElement(element: PageElement): FurnitureReason | null {
  const byName = furnitureName(element);
  if (byName !== null) return byName;
  const names = namesOf(element);
  if (names.trim() === "") return null;
  const reason = words.find(([, pattern]) => pattern.test(names))?.[0] ?? null;
  // `<span class="dateline">OSLO (AP) —</span>` begins a paragraph.
  return reason === "byline" && isInline(element) && standsInText(element) ? null : reason;
}

function standsInText({ parent }: PageElement): boolean {
  return parent !== null && parent.children.some((child) => typeof child === "string" && child.trim() !== "");
}

function furnitureName(element: PageElement): FurnitureReason | null {
  switch (element.name) {
    case "nav":
    case "menu":
      return "navigation";
    case "footer":
      return "boilerplate";
    case "address":
      return "byline";
    case "figcaption":
    case "caption":
      return "caption";
    case "form":
      return "advertising";
    case "aside": {
      const names = namesOf(element);
      return factBox.test(names) || quoteBox.test(names) ? null : "navigation";
    }
    default:
      return roles[attributeOf(element, "role").toLowerCase()] ?? null;
  }
}

const roles: Readonly<Record<string, FurnitureReason | undefined>> = Object.freeze({
  navigation: "navigation",
  search: "navigation",
  menu: "navigation",
  complementary: "navigation",
  banner: "navigation",
  contentinfo: "boilerplate",
  dialog: "boilerplate",
  alertdialog: "boilerplate",
});

/** Whether class or name say that an element sets words of the article off a second time. */
export function isPullQuote(element: PageElement): boolean {
  return quoteBox.test(namesOf(element));
}

/** Whether class or id say that a page follows events as they happen. */
export function isLiveContainer(element: PageElement): boolean {
  return / (?:live ?blog|live ?ticker|live (?:updates|coverage|feed|posts|stream)|liveticker|minuto a minuto|en direct|diretta) /u.test(
    namesOf(element),
  );
}

/** Whether class or name say that an element is the summary below a headline. */
export function isStandfirst(element: PageElement): boolean {
  return / (?:standfirst|dek|deck|subhead|subheadline|subtitle|sub title|article (?:summary|lead|intro|excerpt)|lead|lede|intro|vorspann|chapo|chapeau|entradilla|bajada|sommario|occhiello) /u.test(
    namesOf(element),
  );
}
