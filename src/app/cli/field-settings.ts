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
  let fields: Record<string, unknown> & ArticleFieldChanges = {};
  for (const setting of settings) {
    const [name = "", ...rest] = setting.split("=");
    const value = rest.join("=").trim();
    const known = TEXTS.find((one) => one === name);
    if (rest.length === 0) return { ok: false, error: `--set needs field=value, such as --set published=2022-09-10.` };
    if (known !== undefined) fields = { ...fields, [known]: value === "" ? null : value };
    else if (name === "authors") {
      fields = {
        ...fields,
        authors: value
          .split(",")
          .map((author) => author.trim())
          .filter((author) => author !== ""),
      };
    } else if (name === "kind" && (value === "brief" || value === "original")) fields = { ...fields, kind: value };
    else if (name === "kind") return { ok: false, error: "--set kind= takes brief or original." };
    else {
      return {
        ok: false,
        error: `There is no field “${name.slice(0, 60)}” to set: ${[...TEXTS, "authors", "kind"].join(", ")}.`,
      };
    }
  }
  return { ok: true, value: fields };
}
