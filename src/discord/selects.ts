import {
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  type APIChannelSelectComponent,
  type APIRoleSelectComponent,
  type APIStringSelectComponent,
} from "discord-api-types/v10";
import type { Picker, Select } from "../domain/reply.ts";
import { LIMITS } from "../present/text/limits.ts";
import { clean } from "./clean.ts";
import { toLabel, type Claim, type OnCut } from "./labels.ts";

const { component } = LIMITS;

/** Where the bot can write: no categories, no voice, and no forums, which take threads alone. */
const TEXT_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

const SNOWFLAKE = /^\d{1,20}$/u;

/** A list to choose from; null, and reported, where nothing is left to choose or its action cannot travel. */
export function toSelect(select: Select, claim: Claim, onCut: OnCut): APIStringSelectComponent | null {
  const options = toOptions(select, onCut);
  const id = options.length === 0 ? null : claim(select.action);
  if (id === null) {
    onCut("select");
    return null;
  }
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    options,
    ...placeholderOf(select.placeholder, onCut),
    ...(select.count === undefined ? {} : countOf(select.count, options.length)),
  };
}

/** A list of what the server has; null, and reported, where its action cannot travel. */
export function toPicker(
  picker: Picker,
  claim: Claim,
  onCut: OnCut,
): APIRoleSelectComponent | APIChannelSelectComponent | null {
  const custom_id = claim(picker.action);
  if (custom_id === null) {
    onCut("picker");
    return null;
  }
  const count = countOf(picker.count, component.selectOptions);
  const chosen = [...new Set(picker.chosen)].filter((id) => SNOWFLAKE.test(id)).slice(0, count.max_values);
  if (chosen.length < picker.chosen.length) onCut("picker.chosen");
  const common = { custom_id, ...placeholderOf(picker.placeholder, onCut), ...count };
  // Discord takes as many defaults as may be chosen, or none.
  const defaults = chosen.length < count.min_values ? [] : chosen;
  const defaultsOf = <T extends SelectMenuDefaultValueType>(type: T) =>
    defaults.length === 0 ? {} : { default_values: defaults.map((id) => ({ id, type })) };
  return picker.of === "roles"
    ? { ...common, type: ComponentType.RoleSelect, ...defaultsOf(SelectMenuDefaultValueType.Role) }
    : {
        ...common,
        type: ComponentType.ChannelSelect,
        channel_types: TEXT_CHANNELS,
        ...defaultsOf(SelectMenuDefaultValueType.Channel),
      };
}

function toOptions(select: Select, onCut: OnCut): APIStringSelectComponent["options"] {
  const seen = new Set<string>();
  const sound: APIStringSelectComponent["options"] = [];
  let room = select.count?.most ?? 1;
  for (const { label, description, value, chosen } of select.options) {
    const shown = toLabel(label, component.selectLabelLength, "select.label", onCut);
    const fits = value.trim() !== "" && value.length <= component.selectValueLength && clean(value) === value;
    if (shown === null || !fits || seen.has(value) || sound.length === component.selectOptions) {
      onCut("select.options");
      continue;
    }
    seen.add(value);
    const more = toLabel(description ?? "", component.selectDescriptionLength, "select.description", onCut);
    const isDefault = chosen === true && room > 0;
    if (chosen === true && !isDefault) onCut("select.chosen");
    if (isDefault) room -= 1;
    sound.push({
      label: shown,
      value,
      ...(more === null ? {} : { description: more }),
      ...(isDefault ? { default: true } : {}),
    });
  }
  return sound;
}

function placeholderOf(text: string, onCut: OnCut): { readonly placeholder?: string } {
  const placeholder = toLabel(text, component.selectPlaceholderLength, "select.placeholder", onCut);
  return placeholder === null ? {} : { placeholder };
}

/** Discord takes 0 to 25 for the least and 1 to 25 for the most, and of a list no more than it has. */
function countOf({ least, most }: Picker["count"], there: number) {
  const max_values = Math.min(Math.max(1, Math.floor(most)), there);
  return { min_values: Math.min(Math.max(0, Math.floor(least)), max_values), max_values };
}
