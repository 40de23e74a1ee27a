import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { projectRoot } from "../../src/app/project-root.ts";

/** What a message is given, as `src/domain/messages/` says. */
export interface MessageShape {
  /** Every translation must show these. */
  readonly shown: readonly string[];
  /** A translation may choose its words by these. */
  readonly chosenBy: readonly string[];
}

const folder = join(projectRoot(), "src/domain/messages");

/** Names of the interfaces that `Messages` is put together of. */
export function messageInterfaces(): readonly string[] {
  const { program } = parse(join(projectRoot(), "src/domain/messages.ts"));
  return program.body.flatMap((node) =>
    node.type === "ExportNamedDeclaration" && node.declaration?.type === "TSInterfaceDeclaration"
      ? node.declaration.extends.flatMap(({ expression }) => (expression.type === "Identifier" ? expression.name : []))
      : [],
  );
}

/** Every message by its identifier, and the interfaces they stand in. */
export function declaredMessages(): {
  readonly interfaces: readonly string[];
  readonly shapes: ReadonlyMap<string, MessageShape>;
} {
  const interfaces: string[] = [];
  const shapes = new Map<string, MessageShape>();
  for (const file of readdirSync(folder)) {
    for (const node of parse(join(folder, file)).program.body) {
      if (node.type !== "ExportNamedDeclaration" || node.declaration?.type !== "TSInterfaceDeclaration") continue;
      interfaces.push(node.declaration.id.name);
      for (const member of node.declaration.body.body) {
        if (member.type !== "TSPropertySignature" || member.key.type !== "Literal") continue;
        shapes.set(String(member.key.value), shapeOf(member.typeAnnotation?.typeAnnotation));
      }
    }
  }
  return { interfaces, shapes };
}

type Member = Extract<
  NonNullable<
    Extract<ReturnType<typeof parse>["program"]["body"][number], { type: "ExportNamedDeclaration" }>["declaration"]
  >,
  { type: "TSInterfaceDeclaration" }
>["body"]["body"][number];
type TypeNode = NonNullable<Extract<Member, { type: "TSPropertySignature" }>["typeAnnotation"]>["typeAnnotation"];

function shapeOf(type: TypeNode | undefined): MessageShape {
  if (type?.type === "TSTypeLiteral") {
    const names = type.members.flatMap((member) =>
      member.type === "TSPropertySignature" && member.key.type === "Identifier" ? member.key.name : [],
    );
    return { shown: names, chosenBy: [] };
  }
  const name = type?.type === "TSTypeReference" && type.typeName.type === "Identifier" ? type.typeName.name : "";
  if (name === "NoValues") return { shown: [], chosenBy: [] };
  if (name === "DateValues") return { shown: ["date"], chosenBy: ["precision"] };
  throw new Error(`a message is given values of a type that this test does not know: ${name}`);
}

function parse(file: string) {
  return parseSync(file, readFileSync(file, "utf8"));
}
