import { guildChannel, type Channel } from "../channels.ts";
import { shownOnPage } from "../messages.ts";
import type { PageChannel, PageRole, Persona, ToPage } from "../page-protocol.ts";
import type { Person } from "../people.ts";
import type { State } from "../state.ts";

/** All there is to show when a page opens. */
export function hello(state: State, botPresent: boolean): ToPage {
  const { world, messages, commands } = state;
  const channels = pageChannels(state);
  const shown = channels.flatMap(({ id }) => messages.in(id).filter((stored) => isForPage(state, stored.ownerId)));
  return {
    type: "hello",
    guildName: world.guildName,
    channels,
    personas: world.people.personas.map((person) => persona(person)),
    roles: pageRoles(state),
    bot: botPresent ? world.bot : null,
    commands: commands.all,
    messages: shown.map(shownOnPage),
  };
}

/** The places the page's personas can be in, threads below their channel. */
export function pageChannels(state: State): readonly PageChannel[] {
  const { channels, threads } = state.world;
  return [...channels.values()].flatMap((channel) => {
    if (channel.kind === "thread") return [];
    const below = threads.filter(({ parent }) => parent === channel);
    const shown = [channel, ...below].map((one) => pageChannel(state, one));
    return isForPage(state, shown[0]?.ownerId ?? null) ? shown : [];
  });
}

/** Whether something private is one of the page's own personas'. */
export function isForPage(state: State, ownerId: string | null): boolean {
  return ownerId === null || state.world.people.personas.some(({ user }) => user.id === ownerId);
}

export function pageRoles({ world }: State): readonly PageRole[] {
  return world.roles.map(({ id, name }) => ({ id, name }));
}

export function persona({ user, about, permissions, locale, closed, roles }: Person): Persona {
  return { user, about, permissions, locale, closed, roles };
}

function pageChannel({ world }: State, channel: Channel): PageChannel {
  const { id, name, kind } = channel;
  return {
    id,
    name,
    kind,
    parentId: channel.kind === "thread" ? channel.parent.id : null,
    ownerId: channel.kind === "direct" ? channel.person.user.id : null,
    permissions:
      guildChannel(channel) === null
        ? {}
        : Object.fromEntries(
            world.people.personas.map((person) => [
              person.user.id,
              world.personPermissions(channel, person).toString(),
            ]),
          ),
  };
}
