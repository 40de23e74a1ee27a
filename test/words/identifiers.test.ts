import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parseSync } from "oxc-parser";
import { RANKING_FEATURES } from "../../src/answer/features.ts";
import { SILENCE_SIGNALS } from "../../src/answer/silence.ts";
import { projectRoot } from "../../src/app/project-root.ts";
import { shippedMessages } from "../fixtures/languages.ts";

/** What stands after an area in the identifiers of messages, in order. */
function wordedIn(area: string): readonly string[] {
  return Object.keys(shippedMessages("en")).flatMap((id) =>
    id.startsWith(`${area}.`) ? id.slice(area.length + 1) : [],
  );
}

/** The texts that a type of `src/question/question.ts` allows. */
function textsOf(type: string): readonly string[] {
  const file = join(projectRoot(), "src/question/question.ts");
  return parseSync(file, readFileSync(file, "utf8")).program.body.flatMap((node) => {
    if (node.type !== "ExportNamedDeclaration" || node.declaration?.type !== "TSTypeAliasDeclaration") return [];
    const { id, typeAnnotation } = node.declaration;
    if (id.name !== type || typeAnnotation.type !== "TSUnionType") return [];
    return typeAnnotation.types.flatMap((one) =>
      one.type === "TSLiteralType" && one.literal.type === "Literal" ? String(one.literal.value) : [],
    );
  });
}

describe("the words for identifiers", () => {
  it("name everything that ranking and silence weigh, and nothing else", () => {
    const weighed = new Set<string>([...RANKING_FEATURES, ...SILENCE_SIGNALS, "bias"]);
    expect(wordedIn("feature")).to.have.members([...weighed]);
  });

  it("name every kind of question", () => {
    expect(wordedIn("kind")).to.have.members([...textsOf("QuestionKind")]);
  });
});
