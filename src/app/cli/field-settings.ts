import type { ArticleFieldChanges } from "../../corpus/keep/edit-article.ts";
import type { Result } from "../../domain/result.ts";

/** Fields that hold text, and may be left empty. */
const TEXTS = ["title", "publisher", "agency", "url", "published", "language", "note", "reprintOf"] as const;

/**
 * What `--set field=value` says. An empty value takes the field's away; names of authors are parted by commas.
 *
 * @returns the fields, or how it is to be written
 */
export function readFieldSettings(settings: readonly string[]): Result<ArticleFieldChanges, string> {
  const fields: Record<string, unknown> & ArticleFieldChanges = {};
  for (const setting of settings) {
    const [name = "", ...rest] = setting.split("=");
    const value = rest.join("=").trim();
    const known = TEXTS.find((one) => one === name);
    if (rest.length === 0) return { ok: false, error: `--set needs field=value, such as --set published=2022-09-10.` };
    if (known !== undefined) Object.assign(fields, { [known]: value === "" ? null : value });
    else if (name === "authors") Object.assign(fields, { authors: namesIn(value) });
    else if (name === "kind" && /^(?:brief|original)$/u.test(value)) Object.assign(fields, { kind: value });
    else if (name === "kind") return { ok: false, error: "--set kind= takes brief or original." };
    else {
      const known = [...TEXTS, "authors", "kind"].join(", ");
      return { ok: false, error: `There is no field “${name.slice(0, 60)}” to set. There are ${known}.` };
    }
  }
  return { ok: true, value: fields };
}

function namesIn(list: string): readonly string[] {
  return list
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
