import {
  ComponentType,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmissionComponent,
  type APITextInputComponent,
} from "discord-api-types/v10";

type Values = Readonly<Record<string, string>>;
type Part = APIModalInteractionResponseCallbackData["components"][number];

/** What came of filling in a modal: its parts as sent, or why the client would not send it. */
type FilledModal =
  | { readonly ok: true; readonly components: APIModalSubmissionComponent[] }
  | { readonly ok: false; readonly reason: string };

/** Fills a modal's text inputs by their `custom_id`, checking length and what is required as Discord's client does. */
export function fillModal(modal: APIModalInteractionResponseCallbackData, values: Values): FilledModal {
  for (const input of modal.components.flatMap(inputsOf)) {
    const problem = problemWith(input, values[input.custom_id] ?? input.value ?? "");
    if (problem !== null) return { ok: false, reason: problem };
  }
  return { ok: true, components: modal.components.flatMap((part) => filled(part, values)) };
}

function inputsOf(part: Part): readonly APITextInputComponent[] {
  if (part.type === ComponentType.ActionRow) return part.components;
  return part.type === ComponentType.Label && part.component.type === ComponentType.TextInput ? [part.component] : [];
}

function problemWith(input: APITextInputComponent, value: string): string | null {
  const name = `“${input.label ?? input.custom_id}”`;
  if (value === "") return input.required === false ? null : `${name} is required.`;
  if (value.length < (input.min_length ?? 0)) return `${name} takes at least ${input.min_length} characters.`;
  return value.length > (input.max_length ?? 4000)
    ? `${name} takes at most ${input.max_length ?? 4000} characters.`
    : null;
}

function filled(part: Part, values: Values): APIModalSubmissionComponent[] {
  const texts = inputsOf(part).map((input) => ({
    type: ComponentType.TextInput as const,
    id: 2,
    custom_id: input.custom_id,
    value: values[input.custom_id] ?? input.value ?? "",
  }));
  if (part.type === ComponentType.ActionRow) return [{ type: ComponentType.ActionRow, id: 1, components: texts }];
  return texts.map((component) => ({ type: ComponentType.Label, id: 1, component }));
}
