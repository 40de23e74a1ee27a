import { ApplicationCommandType, ApplicationIntegrationType, type APIApplicationCommand } from "discord-api-types/v10";
import type { CommandBody, CommandPatchBody } from "discord-api-spec/zod";
import type { Happenings } from "./happenings.ts";
import type { Snowflakes } from "./snowflake.ts";

/** Where commands live: null for the application's global ones, or a guild's id. */
export type CommandScope = string | null;

/** Discord keeps so many commands of each type, in each scope. */
export function mostCommands(type: ApplicationCommandType): number {
  return type === ApplicationCommandType.ChatInput ? 100 : 5;
}

/** The application's commands. What a bot registers is usable at once. */
export class Commands {
  readonly #scopes = new Map<CommandScope, Map<string, APIApplicationCommand>>();
  readonly #ids: Snowflakes;
  readonly #applicationId: string;
  readonly #happenings: Happenings;

  constructor(ids: Snowflakes, applicationId: string, happenings: Happenings) {
    this.#ids = ids;
    this.#applicationId = applicationId;
    this.#happenings = happenings;
  }

  list(scope: CommandScope): readonly APIApplicationCommand[] {
    return Array.from(this.#scopes.get(scope)?.values() ?? []);
  }

  get(scope: CommandScope, id: string): APIApplicationCommand | undefined {
    return this.#scopes.get(scope)?.get(id);
  }

  /** All commands a person in the guild can pick. */
  get all(): readonly APIApplicationCommand[] {
    return [...this.#scopes.values()].flatMap((scope) => Array.from(scope.values()));
  }

  find(id: string): APIApplicationCommand | undefined {
    return this.all.find((command) => command.id === id);
  }

  /** Replaces all commands of a scope. A command with the name and type of an old one keeps its id. */
  replaceAll(scope: CommandScope, bodies: readonly CommandBody[]): readonly APIApplicationCommand[] {
    const before = this.list(scope);
    const made = bodies.map((body) => this.#build(scope, body, namesake(before, body)?.id ?? this.#ids.next()));
    this.#scopes.set(scope, new Map(made.map((command) => [command.id, command])));
    this.#tell();
    return made;
  }

  /** @returns the command and whether one of its name and type was there before. */
  upsert(
    scope: CommandScope,
    body: CommandBody,
  ): { readonly command: APIApplicationCommand; readonly replaced: boolean } {
    const old = namesake(this.list(scope), body);
    const command = this.#build(scope, body, old?.id ?? this.#ids.next());
    this.#put(scope, command);
    return { command, replaced: old !== undefined };
  }

  patch(scope: CommandScope, old: APIApplicationCommand, body: CommandPatchBody): APIApplicationCommand {
    const merged: CommandBody = {
      type: old.type,
      name: body.name ?? old.name,
      name_localizations: pick(body.name_localizations, old.name_localizations),
      description: pick(body.description, old.description),
      description_localizations: pick(body.description_localizations, old.description_localizations),
      options: pick(body.options, old.options),
      contexts: pick(body.contexts, old.contexts),
      integration_types: pick(body.integration_types, old.integration_types),
      default_member_permissions: pick(
        body.default_member_permissions,
        old.default_member_permissions === null ? null : Number(old.default_member_permissions),
      ),
    };
    const command = this.#build(scope, merged, old.id);
    this.#put(scope, command);
    return command;
  }

  remove(scope: CommandScope, id: string): void {
    this.#scopes.get(scope)?.delete(id);
    this.#tell();
  }

  #put(scope: CommandScope, command: APIApplicationCommand): void {
    const commands = this.#scopes.get(scope) ?? new Map<string, APIApplicationCommand>();
    this.#scopes.set(scope, commands.set(command.id, command));
    this.#tell();
  }

  #build(scope: CommandScope, body: CommandBody, id: string): APIApplicationCommand {
    const permissions = body.default_member_permissions;
    const command: APIApplicationCommand = {
      id,
      application_id: this.#applicationId,
      version: this.#ids.next(),
      type: body.type ?? ApplicationCommandType.ChatInput,
      name: body.name,
      name_localizations: body.name_localizations ?? null,
      description: body.description ?? "",
      description_localizations: body.description_localizations ?? null,
      default_member_permissions: typeof permissions === "number" ? permissions.toString() : null,
      nsfw: false,
      contexts: body.contexts ?? null,
      integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
    };
    if (scope === null) command.dm_permission = body.dm_permission ?? true;
    else command.guild_id = scope;
    if (body.options !== undefined && body.options !== null) command.options = body.options;
    return command;
  }

  #tell(): void {
    this.#happenings.tell({ type: "commands", commands: this.all });
  }
}

function namesake(commands: readonly APIApplicationCommand[], body: CommandBody): APIApplicationCommand | undefined {
  const type = body.type ?? ApplicationCommandType.ChatInput;
  return commands.find((command) => command.name === body.name && command.type === type);
}

function pick<T>(given: T | null | undefined, old: T | null | undefined): T | null {
  return given === undefined ? (old ?? null) : given;
}
