import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type AnswerModel, readAnswerModel } from "../answer/model.ts";
import { reasonOf } from "../corpus/read-text-file.ts";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import { type WordVectors, decodeWordVectors } from "../meaning/word-vectors.ts";
import { projectRoot } from "./project-root.ts";

/** What was learned beforehand and comes with the program: see `models/README.md`. */
export interface Models {
  readonly vectors: WordVectors;
  readonly answers: AnswerModel;
}

export type ModelFailure = Extract<Failure, { id: "model-unreadable" }>;

/** Reads the models that come with the program. */
export async function openModels(folder = join(projectRoot(), "models")): Promise<Result<Models, ModelFailure>> {
  const vectorsFile = join(folder, "word-vectors.bin");
  const [bytes, answers] = await Promise.all([
    read(vectorsFile, readFile(vectorsFile)),
    openAnswerModel("answer-model.json", folder),
  ]);
  if (!bytes.ok) return bytes;
  const vectors = decodeWordVectors(bytes.value);
  if (!vectors.ok) return unreadable(vectorsFile, vectors.error);
  if (!answers.ok) return answers;
  return { ok: true, value: { vectors: vectors.value, answers: answers.value } };
}

/** Reads one of the files of weights that come with the program. */
export async function openAnswerModel(
  name: string,
  folder = join(projectRoot(), "models"),
): Promise<Result<AnswerModel, ModelFailure>> {
  const file = join(folder, name);
  const text = await read(file, readFile(file, "utf8"));
  if (!text.ok) return text;
  const answers = readAnswerModel(text.value);
  return answers.ok ? answers : unreadable(file, answers.error);
}

async function read<T>(file: string, reading: Promise<T>): Promise<Result<T, ModelFailure>> {
  try {
    return { ok: true, value: await reading };
  } catch (error) {
    return unreadable(file, reasonOf(error));
  }
}

function unreadable(file: string, reason: string): Result<never, ModelFailure> {
  return { ok: false, error: { id: "model-unreadable", file, reason } };
}
