import { join } from "node:path";
import type { AnswerModel } from "../answer/model.ts";
import type { EncodingEvent } from "../domain/encoding-event.ts";
import type { Failure } from "../domain/failure.ts";
import type { Result } from "../domain/result.ts";
import { openMiniLm } from "../encoder/open-minilm.ts";
import type { SentenceModelName } from "./configuration.ts";
import { openAnswerModel } from "./models.ts";
import { projectRoot } from "./project-root.ts";
import { SentenceEncoding } from "./sentence-encoding.ts";
import { vectorFile } from "./vector-file.ts";

export interface SentenceModelOptions {
  /** What the operator has set; null for none. */
  readonly name: SentenceModelName | null;
  /** Where vectors are kept; null for nowhere. */
  readonly folder: string | null;
  /** Milliseconds that a question may wait for its vector. */
  readonly deadline: number;
  readonly onEvent: (event: EncodingEvent) => void;
  readonly signal?: AbortSignal;
}

/** A sentence model at work, with the weights that were learned with it, if one is wanted. */
export interface OpenSentenceModel {
  /**
   * What compares the sentences of one event with questions; null where no model is wanted.
   *
   * @param event its id
   * @param paths where its corpus was opened from
   */
  readonly encodingFor: (event: string, paths: readonly string[]) => SentenceEncoding | null;
  readonly encodedModel: AnswerModel | undefined;
  readonly close: () => Promise<void>;
}

/** Starts the sentence model that the operator has set, if any. */
export async function openSentenceModel(options: SentenceModelOptions): Promise<Result<OpenSentenceModel, Failure>> {
  const { name, folder, deadline, onEvent, signal } = options;
  if (name === null) {
    return { ok: true, value: { encodingFor: () => null, encodedModel: undefined, close: () => Promise.resolve() } };
  }
  const model = await openAnswerModel("answer-model-minilm.json");
  if (!model.ok) return model;
  const opened = await openMiniLm(join(projectRoot(), "minilm"));
  if (!opened.ok) {
    const { error } = opened;
    return {
      ok: false,
      error:
        error.id === "missing"
          ? { id: "sentence-model-missing", name }
          : { id: "sentence-model-unusable", name, reason: error.reason },
    };
  }
  const encoder = opened.value;
  const encodingFor = (event: string, paths: readonly string[]): SentenceEncoding => {
    const file = folder === null ? null : vectorFile({ folder, event, paths, onEvent });
    return new SentenceEncoding({ encoder, file, deadline, onEvent, signal });
  };
  return { ok: true, value: { encodingFor, encodedModel: model.value, close: () => encoder.close() } };
}
