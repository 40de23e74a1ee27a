import type { PageFacts } from "./page-facts.ts";
import { foldText } from "./plain-text.ts";

/** News agencies as they are cited, with the other names they go by. */
const agencies: readonly (readonly [name: string, others: readonly string[]])[] = [
  ["AP", ["The Associated Press", "Associated Press"]],
  ["Reuters", ["Thomson Reuters", "Reuters News"]],
  ["AFP", ["Agence France-Presse", "Agence France Presse"]],
  ["dpa", ["Deutsche Presse-Agentur", "dpa-AFX", "dpa/lno", "dpa-infocom"]],
  ["APA", ["Austria Presse Agentur"]],
  ["KEYSTONE-SDA", ["Keystone-SDA", "SDA"]],
  ["ANSA", ["Agenzia ANSA"]],
  ["EFE", ["Agencia EFE"]],
  ["Europa Press", []],
  ["PA Media", ["Press Association", "PA"]],
  ["UPI", ["United Press International"]],
  ["Xinhua", ["Xinhua News Agency"]],
  ["TASS", []],
  ["Interfax", []],
  ["Anadolu", ["Anadolu Agency", "Anadolu Ajansı"]],
  ["Kyodo", ["Kyodo News"]],
  ["Belga", []],
  ["ANP", []],
  ["NTB", []],
  ["TT", []],
  ["Ritzau", []],
  ["STT", []],
  ["LUSA", ["Lusa"]],
  ["PTI", ["Press Trust of India"]],
  ["Yonhap", ["Yonhap News Agency"]],
  ["CTK", ["ČTK"]],
  ["PAP", []],
  ["MTI", []],
  ["Hina", []],
  ["Tanjug", []],
  ["ATA", []],
];

const byName = new Map(
  agencies.flatMap(([name, others]) => [name, ...others].map((one) => [foldText(one), name] as const)),
);

/** The agency that goes by this name and no other, or null. */
export function agencyNamed(name: string): string | null {
  return byName.get(foldText(name)) ?? null;
}

/** "Ada Nib Associated Press" without the agency. */
export function withoutAgency(name: string): string {
  const words = name.trim().split(/\s+/u);
  for (let from = 1; from < words.length; from += 1) {
    if (agencyNamed(words.slice(from).join(" ")) !== null) return words.slice(0, from).join(" ");
  }
  return name;
}

/**
 * The agency whose report this is: named in JSON-LD, in a byline, or in the dateline ("OSLO (AP) —"); null where it is
 * the publisher itself, or none is named.
 */
export function agencyOf({ article, head, paragraphs, meta }: PageFacts, publisher: string): string | null {
  const said = [
    ...(article?.sources ?? []),
    ...(article?.authors.map(({ name }) => name) ?? []),
    ...(meta.get("author") ?? []),
  ];
  const lines = head.filter(({ text }) => text.length <= 150).flatMap(({ text }) => partsOf(text));
  const named = [...said.flatMap((text) => partsOf(text)), ...lines, ...datelineNames(paragraphs.slice(0, 2))];
  for (const name of named) {
    const agency = agencyNamed(name);
    if (agency !== null)
      return agency === agencyNamed(publisher) || foldText(agency) === foldText(publisher) ? null : agency;
  }
  return null;
}

function partsOf(line: string): readonly string[] {
  const bare = line.replace(/^(?:by|von|par|por|di|nga|source|quelle|fuente|fonte|burimi)\b\s*:?\s*/iu, "");
  return [
    bare,
    ...bare.split(
      /\s*[,;|•·()]\s*|\s+[-–—]\s+|\/(?=\p{Lu})|\s+(?:and|und|et|y|e|dhe|with|mit|avec|con|me|for|via)\s+/u,
    ),
  ];
}

/** "OSLO, May 3 (Reuters) - …", "PARIS (AFP) – …", "Berlin (dpa) - …", "(ANSA) - ROMA, 3 MAG - …" */
function datelineNames(paragraphs: readonly string[]): readonly string[] {
  return paragraphs.flatMap((text) => {
    const [, inside = "", bare = ""] =
      /^[^.!?()]{0,60}\(([\p{L}\s/-]{2,30})\)\s*[-–—:.]/u.exec(text) ??
      /^()\p{Lu}[\p{L} ]{1,30},? ([A-Z]{2,6}) [-–—]/u.exec(text) ??
      [];
    return [...inside.split("/"), inside, bare].filter((name) => name !== "");
  });
}
