import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Tokenizer } from "@huggingface/tokenizers";
import onnx from "onnxruntime-node";

/** Gives texts their vectors, one after the other in one array: `vectors[text · dimensions …]`, each of length 1. */
export interface Embedder {
  /** Names model and weights: vectors of another are not comparable. */
  readonly id: string;
  readonly dimensions: number;
  embed(texts: readonly string[]): Promise<Float32Array>;
}

/** Longest text in tokens; more is cut. Training texts and sentences of news are shorter. */
const MAX_TOKENS = 128;
const TEXTS_AT_ONCE = 64;
const DIMENSIONS = 384;
/** What closes a text: `[SEP]`. */
const LAST_TOKEN = 102;

/**
 * all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020), weights in int8: the mean of the last layer over the tokens.
 *
 * @param folder that holds `tokenizer.json`, `tokenizer_config.json` and `onnx/model_quantized.onnx`
 */
export async function openMiniLm(folder: string): Promise<Embedder> {
  const read = async (name: string): Promise<object> => JSON.parse(await readFile(join(folder, name), "utf8"));
  const tokenizer = new Tokenizer(await read("tokenizer.json"), await read("tokenizer_config.json"));
  const session = await onnx.InferenceSession.create(join(folder, "onnx", "model_quantized.onnx"));

  async function embedBatch(batch: readonly (readonly number[])[]): Promise<Float32Array> {
    const length = Math.max(...batch.map((ids) => ids.length));
    const shape = [batch.length, length];
    const ids = new BigInt64Array(batch.length * length);
    const mask = new BigInt64Array(batch.length * length);
    for (const [text, tokens] of batch.entries()) {
      for (const [at, token] of tokens.entries()) {
        ids[text * length + at] = BigInt(token);
        mask[text * length + at] = 1n;
      }
    }
    const output = await session.run({
      input_ids: new onnx.Tensor("int64", ids, shape),
      attention_mask: new onnx.Tensor("int64", mask, shape),
      token_type_ids: new onnx.Tensor("int64", new BigInt64Array(ids.length), shape),
    });
    const data = output["last_hidden_state"]?.data;
    if (!(data instanceof Float32Array)) throw new TypeError("The model gave no last_hidden_state.");
    const vectors = new Float32Array(batch.length * DIMENSIONS);
    for (const [text, tokens] of batch.entries()) {
      const vector = vectors.subarray(text * DIMENSIONS, (text + 1) * DIMENSIONS);
      for (let place = 0; place < tokens.length * DIMENSIONS; place += 1) {
        const at = place % DIMENSIONS;
        vector[at] = (vector[at] ?? 0) + (data[text * length * DIMENSIONS + place] ?? 0);
      }
      const norm = Math.hypot(...vector);
      for (const [at, value] of vector.entries()) vector[at] = value / norm;
    }
    return vectors;
  }

  return {
    id: "all-MiniLM-L6-v2/int8",
    dimensions: DIMENSIONS,
    async embed(texts) {
      const tokens = texts.map((text) => cut(tokenizer.encode(text).ids));
      // Texts of one length together: nothing is computed for padding.
      const order = tokens
        .map((_, text) => text)
        .toSorted((a, b) => (tokens[a]?.length ?? 0) - (tokens[b]?.length ?? 0));
      const vectors = new Float32Array(texts.length * DIMENSIONS);
      for (let from = 0; from < order.length; from += TEXTS_AT_ONCE) {
        const batch = order.slice(from, from + TEXTS_AT_ONCE);
        const embedded = await embedBatch(batch.map((text) => tokens[text] ?? []));
        for (const [place, text] of batch.entries())
          vectors.set(embedded.subarray(place * DIMENSIONS, (place + 1) * DIMENSIONS), text * DIMENSIONS);
      }
      return vectors;
    },
  };
}

function cut(tokens: readonly number[]): readonly number[] {
  return tokens.length <= MAX_TOKENS ? tokens : [...tokens.slice(0, MAX_TOKENS - 1), LAST_TOKEN];
}
