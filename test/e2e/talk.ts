import { type APIMessage, MessageFlags } from "discord-api-types/v10";
import type { Outcome, SandboxUser } from "../../src/sandbox/client/user.ts";

type Place = NonNullable<Parameters<SandboxUser["slash"]>[2]>;

/** The message an outcome left behind; fails for an outcome without one. */
export function messageOf(outcome: Outcome): APIMessage {
  if (outcome.type !== "answered") throw new Error(`expected a message, got ${JSON.stringify(outcome)}`);
  return outcome.message;
}

export function isPrivate(outcome: Outcome): boolean {
  return ((messageOf(outcome).flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** What an outcome shows, without its buttons. */
export function text(outcome: Outcome): string {
  const [embed] = messageOf(outcome).embeds;
  return [embed?.title, embed?.description, embed?.footer?.text].join("\n");
}

/** Labels of the buttons below a message, row by row. */
export function labels(message: APIMessage): readonly (readonly string[])[] {
  return (message.components ?? []).map((row) =>
    "components" in row ? row.components.flatMap((one) => ("label" in one ? [one.label ?? ""] : [])) : [],
  );
}

/** Presses a button that opens a form, and sends the form with its one field filled in. */
export async function fillIn(
  user: SandboxUser,
  message: APIMessage,
  button: string,
  filled: Readonly<Record<string, string>>,
  place: Place = {},
): Promise<{ readonly title: string; readonly sent: Outcome }> {
  const opened = await user.press(message, button, place);
  if (opened.type !== "modal") throw new Error(`expected a form, got ${JSON.stringify(opened)}`);
  return { title: opened.modal.title, sent: await user.submitModal(opened.modalId, filled, place) };
}
