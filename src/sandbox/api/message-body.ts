import { MessageFlags } from "discord-api-types/v10";
import type { MessageBody } from "discord-api-spec/zod";
import type { Upload } from "../files.ts";
import { isEmpty, type StoredMessage } from "../messages.ts";
import { isRecord, listOf, withKey, type Path } from "../rules/json.ts";
import { checkMessage } from "../rules/message.ts";
import { Report } from "../rules/report.ts";
import { checkAgainst, type Spec } from "../rules/spec.ts";
import type { State } from "../state.ts";
import { invalidForm, refuse, type ApiAnswer } from "./answer.ts";
import type { ApiRequest } from "./request.ts";

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly answer: ApiAnswer };

type MessageSchema =
  | "IncomingWebhookInteractionRequestSchema"
  | "IncomingWebhookRequestPartialSchema"
  | "IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema"
  | "IncomingWebhookUpdateRequestPartialSchema"
  | "MessageCreateRequestSchema"
  | "MessageEditRequestPartialSchema";

interface MessageInput {
  readonly schema: MessageSchema & keyof Spec;
  readonly body: unknown;
  /** Where in the request the message stands: `data` for interaction callbacks. */
  readonly path: Path;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** The message being edited, or null for a new one. */
  readonly before: StoredMessage | null;
  /** Whether nothing at all is allowed: a deferral has no content yet. */
  readonly mayBeEmpty: boolean;
}

/** Checks a message's body by the published description and by the rules it misses; all errors at once. */
export async function checkedMessage(state: State, input: MessageInput): Promise<Checked<MessageBody>> {
  const spec = await state.spec();
  const report = new Report();
  const body = withTextIds(input.body ?? {});
  checkMessage(body, input.path, surroundingsOf(input), report);
  const checked = checkAgainst(spec[input.schema], body, input.path, report);
  if (!report.empty || checked === undefined) return { ok: false, answer: invalidForm(report.tree) };
  if (!input.mayBeEmpty && wouldBeEmpty(input, checked)) return { ok: false, answer: refuse(50006) };
  return { ok: true, value: checked };
}

/** Replaces what an edit names of a message, if it is sound. */
export async function editMessage(
  state: State,
  stored: StoredMessage,
  schema: MessageInput["schema"],
  request: ApiRequest,
): Promise<ApiAnswer> {
  const { body, uploads } = request;
  const checked = await checkedMessage(state, { schema, body, path: [], uploads, before: stored, mayBeEmpty: false });
  if (!checked.ok) return checked.answer;
  state.messages.edit(stored, checked.value, uploads);
  return { status: 200, body: stored.message };
}

function surroundingsOf(input: MessageInput): Parameters<typeof checkMessage>[2] {
  const kept = input.before?.files ?? [];
  return {
    uploads: new Map([...input.uploads].map(([number, upload]) => [number, upload.name])),
    kept: new Map(kept.map((attachment) => [attachment.id, attachment.filename])),
    newLayout: ((input.before?.message.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0,
  };
}

function wouldBeEmpty(input: MessageInput, body: MessageBody): boolean {
  if (input.uploads.size > 0) return false;
  const before = input.before?.message;
  const listed = body.attachments?.map((attachment) => attachment.id);
  return isEmpty({
    content: body.content === undefined ? (before?.content ?? "") : (body.content ?? ""),
    embeds: body.embeds === undefined ? (before?.embeds ?? []) : (body.embeds ?? []),
    components: body.components === undefined ? (before?.components ?? []) : (body.components ?? []),
    attachments: (input.before?.files ?? []).filter(({ id }) => listed === undefined || listed.includes(id)),
  });
}

/** Clients number new attachments with integers; Discord takes them for ids all the same. */
function withTextIds(body: unknown): unknown {
  if (!isRecord(body) || !Array.isArray(body["attachments"])) return body;
  const attachments = listOf(body["attachments"]).map((one) =>
    isRecord(one) && typeof one["id"] === "number" ? withKey(one, "id", String(one["id"])) : one,
  );
  return { ...body, attachments };
}
