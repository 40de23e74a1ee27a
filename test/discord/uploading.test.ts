import { expect } from "chai";
import type { CommandGroup } from "../../src/domain/command.ts";
import { RecentConversations } from "../../src/app/conversations.ts";
import type { Bot } from "../../src/discord/bot.ts";
import { connectBot } from "../../src/discord/connect.ts";
import { describeFailure } from "../../src/present/operator/failures.ts";
import type { Outcome } from "../../src/sandbox/client/user.ts";
import { startSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { POLICY } from "../fixtures/context.ts";
import { idleCurator, idleDesk, noPictures } from "../fixtures/desk.ts";
import { shippedLanguages } from "../fixtures/languages.ts";
import { onlyLibrary } from "../fixtures/libraries.ts";
import { memoryStore } from "../fixtures/store.ts";
import { LIBRARY, recordingLogger, reply, SHORT } from "./fakes.ts";

const options = { put: { file: { type: "file", required: true, maxBytes: 100 } } } as const;

const shelf = {
  name: "shelf",
  needs: "maintainer",
  subcommands: {
    put: {
      options: options.put,
      run: async ({ signal }, { file }) => {
        const response = await fetch(file.url, { signal });
        return reply(`${file.name} (${file.contentType}): ${await response.text()}`);
      },
    },
  },
} as const satisfies CommandGroup<typeof options>;

describe("a file sent with a subcommand, in the sandbox", () => {
  let sandbox: Sandbox;
  let bot: Bot;

  before(async () => {
    sandbox = await startSandbox({ port: 0, token: "a.b.c", pageFolder: null });
    const connected = await connectBot({
      token: "a.b.c",
      apiUrl: sandbox.apiUrl,
      commands: [shelf],
      libraries: onlyLibrary(LIBRARY),
      languages: shippedLanguages(),
      store: memoryStore(),
      conversations: new RecentConversations(),
      policy: { ...POLICY, maintainingServers: [sandbox.guildId] },
      deskFor: idleDesk,
      curator: idleCurator(),
      pictures: noPictures(),
      logger: recordingLogger().logger,
      deadlines: SHORT,
    });
    if (!connected.ok) throw new Error(describeFailure(connected.error));
    bot = connected.value;
  });

  after(async () => {
    await bot.close();
    await sandbox.close();
  });

  const manager = () => sandbox.user({ username: "keeper", permissions: (1n << 5n) | (1n << 31n) | 3_072n });
  const page = (text: string) => ({
    name: "page.html",
    contentType: "text/html",
    bytes: new Uint8Array(Buffer.from(text)),
  });

  function said(outcome: Outcome): string {
    if (outcome.type !== "answered") throw new Error(JSON.stringify(outcome));
    return outcome.message.embeds[0]?.description ?? "";
  }

  it("can be fetched by the command from where the sandbox says it is", async () => {
    expect(said(await manager().slash("shelf put", { file: page("A harbour") }))).to.equal(
      "page.html (text/html): A harbour",
    );
  });

  it("is refused politely where it is too large, and to who may not send it", async () => {
    expect(said(await manager().slash("shelf put", { file: page("x".repeat(101)) }))).to.include("too large");
    expect(said(await sandbox.user().slash("shelf put", { file: page("x") }))).to.include("Only maintainers");
  });
});
