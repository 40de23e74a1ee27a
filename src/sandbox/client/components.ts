import { ComponentType, type APIButtonComponentWithCustomId, type APIMessage } from "discord-api-types/v10";
import type { Select } from "./selects.ts";

/** What a person can use on a message. */
export type Usable = APIButtonComponentWithCustomId | Select;

type Part = NonNullable<APIMessage["components"]>[number];

/** Buttons that go to the bot, and selects of strings, roles and channels, in the order shown. */
export function usableOn(message: APIMessage): readonly Usable[] {
  return (message.components ?? []).flatMap(usableIn);
}

function usableIn(part: Part): readonly Usable[] {
  switch (part.type) {
    case ComponentType.ActionRow:
      return part.components.flatMap((child): readonly Usable[] => {
        if (isSelect(child)) return [child];
        return child.type === ComponentType.Button && "custom_id" in child ? [child] : [];
      });
    case ComponentType.Container:
      return part.components.flatMap(usableIn);
    case ComponentType.Section:
      return part.accessory.type === ComponentType.Button && "custom_id" in part.accessory ? [part.accessory] : [];
    case ComponentType.TextDisplay:
    case ComponentType.MediaGallery:
    case ComponentType.File:
    case ComponentType.Separator:
  }
  return [];
}

function isSelect(component: { readonly type: ComponentType }): component is Select {
  const { type } = component;
  return (
    type === ComponentType.StringSelect || type === ComponentType.RoleSelect || type === ComponentType.ChannelSelect
  );
}

/** @returns why Discord's client would not let a person use the component that way, or null. */
export function problemUsing(
  component: Usable,
  values: readonly string[],
  offered: (select: Select) => readonly { readonly value: string }[],
): string | null {
  if (component.disabled === true) return "That control is disabled.";
  if (component.type === ComponentType.Button) {
    return null;
  }
  const known = new Set(offered(component).map(({ value }) => value));
  if (values.some((value) => !known.has(value))) return "That is not one of the options.";
  if (new Set(values).size < values.length) return "An option is chosen twice.";
  const least = component.min_values ?? 1;
  const most = component.max_values ?? 1;
  const within = values.length >= least && values.length <= most;
  return within ? null : `Choose between ${least} and ${most} options.`;
}
