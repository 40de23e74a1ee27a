import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";
import type { Form, FormField } from "../domain/reply.ts";
import { cut } from "../present/text/cut.ts";
import { LIMITS } from "../present/text/limits.ts";
import { encodeAction } from "./action-id.ts";
import { clean } from "./clean.ts";
import type { OnCut } from "./labels.ts";

const { modal } = LIMITS;
const FIELD_NAME = /^[\w-]{1,100}$/u;
const FALLBACK_TITLE = "Footnote";

/**
 * Turns a form into the modal that Discord opens, every text within its limit.
 *
 * @returns null when nothing is left to fill in, or what is filled in could not find its action.
 */
export function toModal(form: Form, onCut: OnCut): APIModalInteractionResponseCallbackData | null {
  const custom_id = encodeAction(form.action);
  const fields = distinct(form.fields, onCut);
  if (custom_id === null || fields.length === 0) return null;
  return {
    custom_id,
    title: line(form.title, modal.titleLength, "form.title", onCut) || FALLBACK_TITLE,
    components: fields.map((field) => toLabel(field, onCut)),
  };
}

function distinct(fields: readonly FormField[], onCut: OnCut): readonly FormField[] {
  const byName = new Map(fields.filter(({ name }) => FIELD_NAME.test(name)).map((field) => [field.name, field]));
  const sound = [...byName.values()].slice(0, modal.components);
  if (sound.length < fields.length) onCut("form.fields");
  return sound;
}

function toLabel({ name, label, lines, required, maxLength, value }: FormField, onCut: OnCut): APILabelComponent {
  const most = Math.min(modal.inputValueLength, Math.max(1, Math.floor(maxLength)));
  const given = clean(value ?? "");
  if (given.length > most) onCut("form.value");
  return {
    type: ComponentType.Label,
    label: line(label, modal.inputLabelLength, "form.label", onCut) || name.slice(0, modal.inputLabelLength),
    component: {
      type: ComponentType.TextInput,
      custom_id: name,
      style: lines === "one" ? TextInputStyle.Short : TextInputStyle.Paragraph,
      required,
      max_length: most,
      ...(given === "" ? {} : { value: cut(given, most) }),
    },
  };
}

function line(text: string, limit: number, what: string, onCut: OnCut): string {
  const sound = clean(text).replaceAll(/\s+/gu, " ").trim();
  if (sound.length > limit) onCut(what);
  return cut(sound, limit);
}
