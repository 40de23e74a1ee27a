import { Locale, PermissionFlagsBits, type APIUser } from "discord-api-types/v10";
import type { Persona } from "./page-protocol.ts";
import { everyonePermissions } from "./permissions.ts";
import type { Snowflakes } from "./snowflake.ts";

export interface Person extends Persona {
  locale: Locale;
  closed: boolean;
  /** Ids of their roles beside everybody's. */
  roles: readonly string[];
}

const { ManageChannels, ManageGuild, ManageMessages, ManageThreads } = PermissionFlagsBits;
const { SendMessages, SendMessagesInThreads, UseApplicationCommands } = PermissionFlagsBits;

const moderatorPermissions = everyonePermissions | ManageMessages | ManageGuild | ManageChannels | ManageThreads;
const restrictedPermissions = everyonePermissions & ~(SendMessages | SendMessagesInThreads | UseApplicationCommands);

/** Whom the page can act as, the first unless told otherwise. */
const cast = [
  { username: "you", name: "You", about: "A member", permissions: everyonePermissions },
  { username: "moderator", name: "Mo", about: "Manages the server", permissions: moderatorPermissions },
  { username: "restricted", name: "Robin", about: "May not write or use commands", permissions: restrictedPermissions },
  { username: "second", name: "Sam", about: "A second member", permissions: everyonePermissions },
] as const;

/** The people of the sandbox: those the page can act as, and those tests bring along. */
export class People {
  /** Those the page can act as. */
  readonly personas: readonly Person[];
  /** The first of them, who owns the guild and the application. */
  readonly me: Person;
  readonly #all = new Map<string, Person>();
  readonly #ids: Snowflakes;

  constructor(ids: Snowflakes) {
    this.#ids = ids;
    const [first, ...others] = cast;
    this.me = this.#addCast(first);
    this.personas = [this.me, ...others.map((one) => this.#addCast(one))];
  }

  get all(): readonly Person[] {
    return [...this.#all.values()];
  }

  get(id: string): Person | undefined {
    return this.#all.get(id);
  }

  named(username: string): Person | undefined {
    return this.all.find((person) => person.user.username === username);
  }

  add(username: string, globalName: string, permissions: bigint = everyonePermissions, about = ""): Person {
    const id = this.#ids.next();
    const person: Person = {
      user: userOf(id, username, globalName),
      about,
      permissions: permissions.toString(),
      locale: Locale.EnglishGB,
      closed: false,
      roles: [],
    };
    this.#all.set(id, person);
    return person;
  }

  #addCast({ username, name, permissions, about }: (typeof cast)[number]): Person {
    return this.add(username, name, permissions, about);
  }
}

export function userOf(id: string, username: string, globalName: string): APIUser {
  return { id, username, global_name: globalName, discriminator: "0", avatar: null };
}
