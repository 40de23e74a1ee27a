import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect } from "chai";
import { parseSync } from "oxc-parser";
import { projectRoot } from "../src/app/project-root.ts";

/**
 * Which room may import which, as docs/DESIGN.md explains. A room may always import itself. `main.ts` and `cli.ts` are
 * the room `app`.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/domain": [],
  "src/text": ["src/domain"],
  "src/meaning": ["src/domain", "src/text"],
  "src/encoder": ["src/domain", "src/meaning"],
  "src/question": ["src/domain", "src/text"],
  "src/index": ["src/domain", "src/text"],
  "src/search": ["src/domain", "src/text", "src/meaning", "src/index"],
  "src/answer": ["src/domain", "src/text", "src/meaning", "src/question", "src/index", "src/search"],
  "src/digest": ["src/domain", "src/text", "src/meaning", "src/question", "src/index", "src/search", "src/answer"],
  "src/corpus": ["src/domain"],
  "src/fetch": ["src/domain"],
  "src/intake": ["src/domain", "src/corpus"],
  "src/upkeep": [
    "src/domain",
    "src/text",
    "src/meaning",
    "src/question",
    "src/index",
    "src/search",
    "src/answer",
    "src/corpus",
  ],
  "src/curating": ["src/domain", "src/ops", "src/corpus", "src/fetch", "src/intake", "src/upkeep"],
  "src/words": ["src/domain"],
  "src/present": ["src/domain"],
  "src/store": ["src/domain"],
  "src/picture": ["src/domain"],
  "src/publishing": ["src/domain", "src/words", "src/present", "src/ops"],
  "src/ops": ["src/domain"],
  "src/discord": ["src/domain", "src/present", "src/ops"],
  "src/sandbox": [],
  commands: ["src/domain", "src/present"],
  "src/app": [
    "src/domain",
    "src/text",
    "src/meaning",
    "src/encoder",
    "src/question",
    "src/index",
    "src/search",
    "src/answer",
    "src/digest",
    "src/corpus",
    "src/fetch",
    "src/intake",
    "src/upkeep",
    "src/curating",
    "src/words",
    "src/present",
    "src/ops",
    "src/discord",
    "src/sandbox",
    "src/store",
    "src/picture",
    "src/publishing",
  ],
};

/** Packages and built-in modules that only the named rooms may know. */
const CONFINED: readonly { readonly module: RegExp; readonly rooms: readonly string[] }[] = [
  { module: /^discord\.js$/u, rooms: ["src/discord"] },
  { module: /^(?:discord-api-types|ws|hono|@hono\/|preact|discord-api-spec)/u, rooms: ["src/sandbox", "src/discord"] },
  {
    module: /^node:fs/u,
    rooms: [
      "src/corpus",
      "src/intake",
      "src/app",
      "src/discord",
      "src/sandbox",
      "src/encoder",
      "src/store",
      "src/picture",
    ],
  },
  { module: /^node:zlib$/u, rooms: ["src/index", "src/meaning", "src/corpus", "src/fetch"] },
  { module: /^node:(?:http|https|net|dns|tls)$/u, rooms: ["src/sandbox", "src/discord", "src/app", "src/fetch"] },
  { module: /^(?:undici|ipaddr\.js|robots-parser)$/u, rooms: ["src/fetch"] },
  { module: /^(?:htmlparser2|linkedom|feedsmith|unpdf|iconv-lite|tinyld|@mozilla\/)/u, rooms: ["src/intake"] },
  { module: /^(?:modern-tar|chokidar)/u, rooms: ["src/corpus"] },
  { module: /^(?:kysely|libsql|pg)$/u, rooms: ["src/store"] },
  { module: /^dotenv$/u, rooms: ["src/app"] },
  { module: /^commander$/u, rooms: ["src/app"] },
  { module: /^pino$/u, rooms: ["src/ops"] },
  { module: /^yaml$/u, rooms: ["src/corpus", "src/sandbox"] },
  { module: /^natural\//u, rooms: ["src/text", "src/search", "src/answer", "src/upkeep"] },
  { module: /^intl-messageformat$/u, rooms: ["src/words"] },
  { module: /^@resvg\/resvg-js$/u, rooms: ["src/picture"] },
  { module: /^croner$/u, rooms: ["src/publishing"] },
  { module: /^chrono-node/u, rooms: ["src/text"] },
];

interface Import {
  readonly file: string;
  readonly room: string;
  readonly module: string;
  /** Path of the imported file from the project's root, or null for a package. */
  readonly target: string | null;
}

const root = projectRoot();

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(folder, name).split(sep).join("/"));
}

function roomOf(file: string): string {
  if (file === "src/main.ts" || file === "src/cli.ts") return "src/app";
  const [first = "", second = ""] = file.split("/");
  return first === "src" ? `${first}/${second}` : first;
}

function importsOf(file: string): readonly Import[] {
  const { module, errors } = parseSync(file, readFileSync(join(root, file), "utf8"));
  expect(errors, file).to.deep.equal([]);
  const source = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ];
  return source.map((name) => ({
    file,
    room: roomOf(file),
    module: name,
    target: name.startsWith(".")
      ? relative(root, join(root, dirname(file), name))
          .split(sep)
          .join("/")
      : null,
  }));
}

/** The code of a file, its comments blanked out: an example in a comment is not knowledge. */
function withoutComments(file: string): string {
  const text = readFileSync(join(root, file), "utf8");
  let code = "";
  let from = 0;
  for (const { start, end } of parseSync(file, text).comments) {
    code += text.slice(from, start);
    from = end;
  }
  return code + text.slice(from);
}

describe("the architecture", () => {
  const files = [...sourceFiles("src"), ...sourceFiles("commands")];
  const imports = files.flatMap((file) => importsOf(file));

  it("knows every room there is", () => {
    expect(files.length).to.be.greaterThan(50);
    expect([...new Set(files.map((file) => roomOf(file)))].filter((room) => !(room in MAY_IMPORT))).to.deep.equal([]);
  });

  it("lets imports run one way only", () => {
    const wrong = imports
      .filter(({ target }) => target !== null)
      .filter(({ room, target }) => {
        const other = roomOf(target ?? "");
        return other !== room && !(MAY_IMPORT[room] ?? []).includes(other);
      })
      .map(({ file, target }) => `${file} imports ${target ?? ""}`);
    expect(wrong).to.deep.equal([]);
  });

  it("confines libraries to the rooms that know them", () => {
    const wrong = imports
      .filter(({ target }) => target === null)
      .filter(({ module, room }) =>
        CONFINED.some((confined) => confined.module.test(module) && !confined.rooms.includes(room)),
      )
      .map(({ file, module }) => `${file} imports ${module}`);
    expect(wrong).to.deep.equal([]);
  });

  it("reads the environment in main.ts and cli.ts alone", () => {
    const wrong = files.filter(
      (file) =>
        file !== "src/main.ts" &&
        file !== "src/cli.ts" &&
        /process\s*\.\s*env|import\.meta\.env/u.test(readFileSync(join(root, file), "utf8")),
    );
    expect(wrong).to.deep.equal([]);
  });

  it("holds nothing but types in the domain", () => {
    for (const file of files.filter((name) => name.startsWith("src/domain/"))) {
      const { program } = parseSync(file, readFileSync(join(root, file), "utf8"));
      const runtime = program.body.filter((node) => {
        if (node.type === "ImportDeclaration") return node.importKind !== "type";
        if (node.type === "ExportNamedDeclaration") return node.exportKind !== "type";
        return !["TSTypeAliasDeclaration", "TSInterfaceDeclaration"].includes(node.type);
      });
      expect(
        runtime.map((node) => node.type),
        file,
      ).to.deep.equal([]);
    }
  });

  it("knows nothing of the event outside the corpus", () => {
    // In small letters "mois" is French for month.
    const events = [/albania|tirana|iran|\brama\b|durr[eë]s|homeland/iu, /\bMOIS\b/u];
    const wrong = files.filter((file) => events.some((event) => event.test(withoutComments(file))));
    expect(wrong).to.deep.equal([]);
  });
});
