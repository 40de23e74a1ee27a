import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIComponentInMessageActionRow,
  type APIActionRowComponent,
  type APIStringSelectComponent,
} from "discord-api-types/v10";
import type { ActionButton, Button, ControlRow, LinkButton, Select } from "../domain/reply.ts";
import { cut } from "../present/cut.ts";
import { LIMITS } from "../present/limits.ts";
import { encodeAction } from "./action-id.ts";
import { clean } from "./clean.ts";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Called with what had to be shortened or left out. */
export type OnCut = (what: string) => void;

const { component } = LIMITS;

/** Turns the controls of a reply into rows that Discord accepts: what it would refuse is left out and reported. */
export function toRows(controls: readonly ControlRow[], onCut: OnCut): Row[] {
  const used = new Set<string>();
  const rows = controls.map((row) => toRow(row, used, onCut)).filter((row) => row !== null);
  if (rows.length > component.rows) onCut("rows");
  return rows.slice(0, component.rows);
}

function toRow(row: ControlRow, used: Set<string>, onCut: OnCut): Row | null {
  if (row.type === "picker") return null;
  const components = row.type === "select" ? [toSelect(row.select, used, onCut)] : toButtons(row.buttons, used, onCut);
  const sound = components.filter((part) => part !== null);
  return sound.length === 0 ? null : { type: ComponentType.ActionRow, components: sound };
}

function toButtons(buttons: readonly Button[], used: Set<string>, onCut: OnCut) {
  if (buttons.length > component.buttonsPerRow) onCut("buttons");
  return buttons
    .slice(0, component.buttonsPerRow)
    .map((button) => (button.type === "link" ? toLink(button, onCut) : toAction(button, used, onCut)));
}

function toLink(button: LinkButton, onCut: OnCut): APIButtonComponentWithURL | null {
  const url = URL.canParse(button.url) ? new URL(button.url) : null;
  if (url === null || !/^https?:$/u.test(url.protocol) || url.href.length > component.buttonUrlLength) {
    onCut("button.url");
    return null;
  }
  const label = toLabel(button.label, component.buttonLabelLength, "button.label", onCut);
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: label ?? url.hostname, url: url.href };
}

function toAction(button: ActionButton, used: Set<string>, onCut: OnCut): APIButtonComponentWithCustomId | null {
  const id = claim(encodeAction(button.action), used);
  const label = toLabel(button.label, component.buttonLabelLength, "button.label", onCut);
  if (id === null || label === null) {
    onCut("button");
    return null;
  }
  return {
    type: ComponentType.Button,
    style: button.weight === "strong" ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label,
    custom_id: id,
    disabled: button.disabled,
  };
}

function toSelect(select: Select, used: Set<string>, onCut: OnCut): APIStringSelectComponent | null {
  const options = toSelectOptions(select, onCut);
  const id = options.length === 0 ? null : claim(encodeAction(select.action), used);
  if (id === null) {
    onCut("select");
    return null;
  }
  const placeholder = toLabel(select.placeholder, component.selectPlaceholderLength, "select.placeholder", onCut);
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    options,
    ...(placeholder === null ? {} : { placeholder }),
  };
}

function toSelectOptions(select: Select, onCut: OnCut): APIStringSelectComponent["options"] {
  const seen = new Set<string>();
  const sound: APIStringSelectComponent["options"] = [];
  for (const { label, description, value } of select.options) {
    const shown = toLabel(label, component.selectLabelLength, "select.label", onCut);
    const fits = value.trim() !== "" && value.length <= component.selectValueLength && clean(value) === value;
    if (shown === null || !fits || seen.has(value) || sound.length === component.selectOptions) {
      onCut("select.options");
      continue;
    }
    seen.add(value);
    const more = toLabel(description ?? "", component.selectDescriptionLength, "select.description", onCut);
    sound.push({ label: shown, value, ...(more === null ? {} : { description: more }) });
  }
  return sound;
}

/** One line within `limit`, or null where nothing would be seen. */
function toLabel(text: string, limit: number, what: string, onCut: OnCut): string | null {
  const line = clean(text).replaceAll(/\s+/gu, " ").trim();
  if (line.length > limit) onCut(what);
  return line === "" ? null : cut(line, limit);
}

/** A message may not hold the same custom_id twice. */
function claim(id: string | null, used: Set<string>): string | null {
  if (id === null || used.has(id)) return null;
  used.add(id);
  return id;
}
