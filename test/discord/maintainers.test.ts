import { expect } from "chai";
import type { ActionContext, CommandContext, CommandGroup, Need } from "../../src/domain/command.ts";
import type { Store } from "../../src/domain/store.ts";
import { encodeAction } from "../../src/discord/action-id.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import { toRegistration } from "../../src/discord/registration.ts";
import { POLICY } from "../fixtures/context.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { memoryStore } from "../fixtures/store.ts";
import {
  askCommand,
  autocompletePayload,
  buttonPayload,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  formPayload,
  question,
  recordingLogger,
  reply,
} from "./fakes.ts";

const SERVER = "70";
const MAINTAINERS = "600";
const MODERATORS = "500";
const NOWHERE: readonly string[] = [];

const person = (permissions: string, roles: readonly string[] = []) => ({
  member: { user: { id: "7" }, permissions, roles },
});
const PEOPLE = {
  member: person("3072"),
  moderator: person("3072", [MODERATORS]),
  maintainer: person("3072", [MAINTAINERS]),
  both: person("3072", [MAINTAINERS, MODERATORS]),
  manager: person(String(1n << 5n)),
} as const;

const id = encodeAction({ command: "ask", action: "act", state: [] }) ?? "";
const ENTRIES = {
  command: commandPayload([question("x")]),
  subcommand: commandPayload([{ type: 1, name: "add" }], "group"),
  autocomplete: autocompletePayload("x"),
  button: buttonPayload(id),
  list: buttonPayload("", { data: { custom_id: id, component_type: 3, values: ["5"] } }),
  form: formPayload(id, {}),
} as const;

interface House {
  readonly needs?: Need;
  readonly actionNeeds?: Readonly<Record<string, Need>>;
  readonly maintainingServers?: readonly string[] | "all";
  readonly changes?: Partial<Store>;
}

async function sending({ maintainingServers = [SERVER], changes = {}, ...rights }: House) {
  const memory = memoryStore();
  await memory.setServerSettings(SERVER, { moderatorRoles: [MODERATORS], maintainerRoles: [MAINTAINERS] }, null);
  const store: Store = { ...memory, ...changes };
  const reached: CommandContext[] = [];
  const reach = async (context: CommandContext) => {
    reached.push(context);
    return reply("done");
  };
  const act = async (context: ActionContext) => ({ place: "new" as const, reply: await reach(context) });
  const complete = async (context: CommandContext) => {
    reached.push(context);
    return [];
  };
  const ask = askCommand(reach, { ...rights, actions: { act }, complete });
  const { needs } = rights;
  const group: CommandGroup = {
    name: "group",
    subcommands: { add: { options: {}, run: reach, ...(needs === undefined ? {} : { needs }) } },
  };
  const { logger } = recordingLogger();
  return async (payload: object) => {
    reached.length = 0;
    const transport = fakeTransport();
    const policy = { ...POLICY, maintainingServers };
    await new Dispatcher(dispatchOptions([ask, group], transport, logger, { store, policy })).handle(payload);
    return { reached: [...reached], sent: JSON.stringify(transport.calls[0]?.body) };
  };
}

describe("maintainers", () => {
  for (const [way, entry] of Object.entries(ENTRIES)) {
    it(`alone use a ${way} that needs one, and who manages the server`, async () => {
      const send = await sending({ needs: "maintainer" });
      for (const [who, member] of Object.entries(PEOPLE)) {
        const { reached, sent } = await send({ ...entry, ...member });
        const may = who === "maintainer" || who === "both" || who === "manager";
        expect(reached, who).to.have.length(may ? 1 : 0);
        if (!may && way !== "autocomplete") expect(sent).to.include("Only maintainers of the articles");
      }
    });

    it(`of a server that the operator has not named do not use a ${way}, and are told what it takes`, async () => {
      for (const maintainingServers of [NOWHERE, ["71"]]) {
        const send = await sending({ needs: "maintainer", maintainingServers });
        for (const who of ["maintainer", "manager"] as const) {
          const { reached, sent } = await send({ ...entry, ...PEOPLE[who] });
          expect(reached).to.have.length(0);
          if (way !== "autocomplete") expect(sent).to.include("MAINTAINING");
        }
        const { sent } = await send({ ...entry, ...PEOPLE.member });
        expect(sent).not.to.include("MAINTAINING");
      }
    });
  }

  it("are known to commands that need none", async () => {
    const told = async (house: House, who: keyof typeof PEOPLE) => {
      const [context] = (await (await sending(house))({ ...ENTRIES.command, ...PEOPLE[who] })).reached;
      return context?.isMaintainer;
    };
    expect(await told({}, "maintainer")).to.equal(true);
    expect(await told({}, "manager")).to.equal(true);
    expect(await told({}, "moderator")).to.equal(false);
    expect(await told({ maintainingServers: "all" }, "maintainer")).to.equal(true);
    expect(await told({ maintainingServers: NOWHERE }, "maintainer")).to.equal(false);
  });

  it("are apart from moderators: what needs both takes both", async () => {
    const send = await sending({ needs: "moderator", actionNeeds: { act: "maintainer" } });
    for (const [who, may] of [
      ["moderator", false],
      ["maintainer", false],
      ["both", true],
      ["manager", true],
    ] as const) {
      expect((await send({ ...ENTRIES.button, ...PEOPLE[who] })).reached, who).to.have.length(may ? 1 : 0);
    }
    expect((await send({ ...ENTRIES.command, ...PEOPLE.maintainer })).sent).to.include("Only moderators");
  });

  it("are nobody in direct messages, and nobody while what is set cannot be looked up", async () => {
    const direct = { member: undefined, user: { id: "7" }, guild_id: undefined, channel: { type: 1 } };
    const send = await sending({ needs: "maintainer", maintainingServers: "all" });
    expect((await send({ ...ENTRIES.command, ...direct })).sent).to.include("only be done in a server");
    const failed = { ok: false, error: { id: "store-unavailable", reason: "gone" } } as const;
    const unsure = await sending({ needs: "maintainer", changes: { serverSettings: async () => failed } });
    const { reached, sent } = await unsure({ ...ENTRIES.command, ...PEOPLE.maintainer });
    expect(reached).to.have.length(0);
    expect(sent).to.include("whether you are a maintainer here");
    expect((await unsure({ ...ENTRIES.command, ...PEOPLE.manager })).reached).to.have.length(1);
  });

  it("find their commands in servers alone, shown to all", () => {
    const registration = toRegistration(
      askCommand(async () => reply(""), { needs: "maintainer" }),
      shippedLanguages(),
    );
    expect(registration).to.deep.include({ contexts: [0], integration_types: [0] });
    expect(registration).not.to.have.property("default_member_permissions");
  });
});
