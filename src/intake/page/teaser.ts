import type { LeftOut } from "../../domain/import-report.ts";

const phrases =
  /\b(?:subscribe (?:now )?(?:to|for) (?:continue|read|unlock|keep reading|full access)|(?:continue|keep) reading (?:with|by|for)|(?:already|not yet) a subscriber|to (?:continue|keep) reading|this (?:article|story|content) is (?:for|only available to|exclusive to|reserved for) (?:our )?(?:subscribers|members)|(?:subscriber|member)s?[- ]only|log in or subscribe|unlock this (?:article|story)|weiterlesen mit|jetzt abonnieren|nur für abonnenten|lesen sie weiter mit|réservé aux abonnés|pour lire la suite|il vous reste [\d,.]+ ?% de cet article|contenido exclusivo para suscriptores|suscríbete para (?:seguir|continuar) leyendo|para seguir leyendo|contenuto riservato agli abbonati|per continuare a leggere|abbonati per|vetëm për abonentët)\b/iu;

/** Whether a text breaks off: the page says so in words or to machines, or the last paragraph ends in the middle. */
export function isTeaser(isFree: boolean | null, paragraphs: readonly string[], leftOut: readonly LeftOut[]): boolean {
  if (isFree === false) return true;
  const last = paragraphs.at(-1) ?? "";
  const breaksOff = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/u.test(last) && !/[“"«„]/u.test(last.slice(-80));
  return breaksOff || [...paragraphs.slice(-3), ...leftOut.map(({ text }) => text)].some((text) => isInvitation(text));
}

/** Whether a paragraph is an invitation to subscribe, and no part of the report. */
export function isInvitation(text: string): boolean {
  return text.length <= 300 && phrases.test(text);
}
