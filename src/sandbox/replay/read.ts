import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import type { core } from "zod/mini";
import { mostCharacters, type Conversation, type Deed, type PlaceName, type Step } from "./conversation.ts";
import { deedKeys, fileSchema, type StepFields } from "./schema.ts";

type Path = readonly (string | number)[];

/** A conversation, or a sentence that says what is wrong with its file: line, field, reason. */
type Read = { readonly ok: true; readonly value: Conversation } | { readonly ok: false; readonly problem: string };

/** Brackets, or dashes on a line, inside each other: a few thousand make the parser recurse until the process dies. */
const deepest = 20;

/** Reads a conversation from YAML, of which JSON is a part. Never throws. */
export function readConversation(text: string): Read {
  if (text.length > mostCharacters) return wrong(`The file has more than ${mostCharacters} characters.`);
  if (isNestedTooDeep(text)) return wrong("The file nests its lists too deeply.");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const [reason = ""] = error.message.split("\n");
    return wrong(reason.startsWith("Aliased") ? "Aliases are not taken." : reason.replace(/:$/, "."));
  }
  const content = plain(document);
  if (content === undefined) return wrong("Aliases are not taken.");
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return wrong(issue === undefined ? "The file is not a conversation." : told(issue, document, lines));
  }
  const steps: Step[] = [];
  for (const [index, fields] of parsed.data.steps.entries()) {
    const deed = deedOf(fields);
    if (typeof deed === "string") return wrong(`${placeOf(["steps", index], document, lines)}: ${deed}`);
    steps.push({ as: personaOf(fields), locale: fields.locale ?? null, place: placeNamed(fields.in), deed });
  }
  return { ok: true, value: { title: parsed.data.title ?? "Conversation", steps } };
}

function plain(document: Document): unknown {
  try {
    const content: unknown = document.toJS({ maxAliasCount: 0 });
    return content ?? null;
  } catch {
    return undefined;
  }
}

function told(issue: core.$ZodIssue, document: Document, lines: LineCounter): string {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    return `${placeOf([...path, key], document, lines)}: there is no such field.`;
  }
  return `${placeOf(path, document, lines)}: ${reasonOf(issue)}`;
}

function reasonOf(issue: core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.path.length === 0
        ? "a conversation has a list of steps."
        : `this has to be ${article(issue.expected)}.`;
    case "invalid_value":
      return `this has to be one of ${issue.values.map(String).join(", ")}.`;
    case "too_big":
      return `this is at most ${String(issue.maximum)}${isSized(issue.origin) ? " long" : ""}.`;
    case "too_small":
      return `this is at least ${String(issue.minimum)}${isSized(issue.origin) ? " long" : ""}.`;
    case "invalid_union":
      return "this is neither text nor anything else that fits here.";
    case "invalid_format":
    case "not_multiple_of":
    case "unrecognized_keys":
    case "invalid_key":
    case "invalid_element":
    case "custom":
  }
  return "this does not fit.";
}

function isSized(origin: string): boolean {
  return origin === "string" || origin === "array";
}

function article(type: string): string {
  if (type === "array") return "a list";
  if (type === "object" || type === "record") return "fields with values";
  return type === "string" ? "text" : `a ${type}`;
}

/** `Line 3, steps[0].press`; the line of the nearest part that is there. */
function placeOf(path: Path, document: Document, lines: LineCounter): string {
  const field = path.reduce<string>(
    (before, part) => (typeof part === "number" ? `${before}[${part}]` : before === "" ? part : `${before}.${part}`),
    "",
  );
  return `Line ${lineOf(path, document, lines)}${field === "" ? "" : `, ${field}`}`;
}

function lineOf(path: Path, document: Document, lines: LineCounter): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** What the step does, or what is wrong with it. */
function deedOf(fields: StepFields): Deed | string {
  const given = deedKeys.filter((key) => fields[key] !== undefined);
  if (given.length !== 1) {
    const has = given.length === 0 ? "nothing" : given.join(" and ");
    return `a step does exactly one of ${deedKeys.join(", ")}; this does ${has}.`;
  }
  if (fields.options !== undefined && fields.command === undefined) return "only a command has options.";
  if (fields.on !== undefined && fields["message-command"] === undefined) return "only a message-command has “on”.";
  if (fields.command !== undefined) return { type: "command", name: fields.command, options: fields.options ?? {} };
  if (fields.press !== undefined) return { type: "press", label: fields.press };
  if (fields.choose !== undefined) {
    return { type: "choose", labels: typeof fields.choose === "string" ? [fields.choose] : fields.choose };
  }
  if (fields.fill !== undefined) return { type: "fill", fields: fields.fill };
  if (fields.say !== undefined) return { type: "say", content: fields.say };
  if (fields.thread !== undefined) return { type: "thread", name: fields.thread };
  const command = fields["message-command"];
  return command === undefined
    ? { type: "wait", ms: fields.wait ?? 0 }
    : { type: "message-command", name: command, on: fields.on ?? null };
}

/** Personas are named by what they are; the first goes by the name “you”. */
function personaOf({ as }: StepFields): string | null {
  return as === "member" ? "you" : (as ?? null);
}

function placeNamed(given: string | undefined): PlaceName | null {
  if (given === undefined) return null;
  return given === "direct" || given === "group" || given === "foreign" || given === "thread"
    ? given
    : { channel: given.replace(/^#/, "") };
}

function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth -= 1;
    if (depth > deepest) return true;
  }
  return /^[ \t]{100}|(?:[-?:][ \t]+){20}/m.test(text);
}

function wrong(problem: string): Read {
  return { ok: false, problem };
}
