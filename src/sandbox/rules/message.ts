import { MessageFlags } from "discord-api-types/v10";
import { checkComponents } from "./components.ts";
import { checkEmbeds } from "./embeds.ts";
import { isGiven, isRecord, lengthOf, listOf, type Path } from "./json.ts";
import type { Report } from "./report.ts";

const mostContent = 2000;

/** What the rules must know beside the body itself. */
interface MessageSurroundings {
  /** Names of the files sent along, by the number in `files[n]`. */
  readonly uploads: ReadonlyMap<string, string>;
  /** Attachments the message already has: id to file name. Empty for a new message. */
  readonly kept: ReadonlyMap<string, string>;
  /** Whether the message, where it exists, already uses the newer component layout. */
  readonly newLayout: boolean;
}

/** Rules on a message's body that reach across its fields. Whether the result is empty is asked of the result. */
export function checkMessage(body: unknown, path: Path, around: MessageSurroundings, report: Report): void {
  if (!isRecord(body)) return;
  const flags = typeof body["flags"] === "number" ? body["flags"] : 0;
  const newLayout = around.newLayout || (flags & MessageFlags.IsComponentsV2) !== 0;
  if (!Number.isSafeInteger(flags) || flags < 0) {
    report.add([...path, "flags"], "NUMBER_TYPE_COERCE", `Value "${flags}" is not int.`);
  }
  if (lengthOf(body["content"]) > mostContent) report.tooLong([...path, "content"], mostContent);
  if (newLayout) checkNothingOld(body, path, report);
  const names = new Set([...around.uploads.values(), ...around.kept.values()]);
  checkEmbeds(body["embeds"], [...path, "embeds"], names, report);
  checkComponents(body["components"], [...path, "components"], newLayout, report);
  checkAttachments(body["attachments"], [...path, "attachments"], around, report);
  checkMentions(body["allowed_mentions"], [...path, "allowed_mentions"], report);
}

function checkNothingOld(body: Readonly<Record<string, unknown>>, path: Path, report: Report): void {
  const old = ["content", "embeds", "poll"];
  for (const key of old) {
    const value = body[key];
    if (!isGiven(value) || lengthOf(value) + listOf(value).length === 0) continue;
    report.add(
      [...path, key],
      "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    );
  }
}

/** An attachment is either one of the files sent along, by number, or one the message has, by id. */
function checkAttachments(value: unknown, path: Path, around: MessageSurroundings, report: Report): void {
  listOf(value).forEach((attachment, index) => {
    const id = isRecord(attachment) ? attachment["id"] : undefined;
    if (typeof id !== "string" || around.uploads.has(id) || around.kept.has(id)) return;
    report.add([...path, index], "ATTACHMENT_NOT_FOUND", "Attachment data not found");
  });
}

function checkMentions(value: unknown, path: Path, report: Report): void {
  if (!isRecord(value)) return;
  const parse = listOf(value["parse"]);
  for (const kind of ["users", "roles"]) {
    if (!parse.includes(kind) || listOf(value[kind]).length === 0) continue;
    report.add(
      path,
      "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    );
  }
}
