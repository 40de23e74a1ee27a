import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { reasonOf } from "../corpus/read-text-file.ts";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import type { Languages, Words } from "../domain/words.ts";
import { type Catalogue, readCatalogue } from "../words/catalogue.ts";
import { createLanguages } from "../words/create-languages.ts";
import { createWords } from "../words/create-words.ts";
import { projectRoot } from "./project-root.ts";

type LanguageFailure = Extract<Failure, { id: "language-unreadable" }>;

const ENGLISH = "en.json";

/** Reads the catalogues that come with the program: to add a language, add a file. */
export async function openLanguages(folder = languagesFolder()): Promise<Result<Languages, LanguageFailure>> {
  const english = await openCatalogue(join(folder, ENGLISH));
  if (!english.ok) return english;
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json") && name !== ENGLISH);
  const others: Catalogue[] = [];
  for (const name of names) {
    const catalogue = await openCatalogue(join(folder, name));
    if (!catalogue.ok) return catalogue;
    others.push(catalogue.value);
  }
  return { ok: true, value: createLanguages(english.value, others) };
}

/** Reads the English catalogue alone, which is all that a terminal needs. */
export async function openEnglish(folder = languagesFolder()): Promise<Result<Words, LanguageFailure>> {
  const english = await openCatalogue(join(folder, ENGLISH));
  return english.ok ? { ok: true, value: createWords(english.value, english.value) } : english;
}

async function openCatalogue(file: string): Promise<Result<Catalogue, LanguageFailure>> {
  try {
    const catalogue = readCatalogue(basename(file, ".json"), await readFile(file, "utf8"));
    return catalogue.ok ? catalogue : unreadable(file, catalogue.error);
  } catch (error) {
    return unreadable(file, reasonOf(error));
  }
}

function languagesFolder(): string {
  return join(projectRoot(), "languages");
}

function unreadable(file: string, reason: string): Result<never, LanguageFailure> {
  return { ok: false, error: { id: "language-unreadable", file, reason } };
}
