import { expect } from "chai";
import {
  ActionRowBuilder,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  type ChatInputCommandInteraction,
  type Interaction,
} from "discord.js";
import type { Outcome } from "../../src/sandbox/client/user.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { openSandbox, token } from "./support.ts";

const commands = [
  new SlashCommandBuilder()
    .setName("ask")
    .setDescription("Ask")
    .addStringOption((option) => option.setName("how").setDescription("How").setRequired(true))
    .addStringOption((option) => option.setName("article").setDescription("Which").setAutocomplete(true))
    .toJSON(),
  { name: "Cite", type: ApplicationCommandType.Message } as const,
];

const buttons = () =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId("more").setLabel("More").setStyle(ButtonStyle.Primary),
    new ButtonBuilder().setURL("https://example.org").setLabel("Source").setStyle(ButtonStyle.Link),
    new ButtonBuilder().setCustomId("form").setLabel("Why?").setStyle(ButtonStyle.Secondary),
  );
const menu = () =>
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId("pick")
      .addOptions({ label: "A", value: "a" }, { label: "B", value: "b" }),
  );
const form = () =>
  new ModalBuilder()
    .setCustomId("form")
    .setTitle("Why?")
    .addComponents(
      new ActionRowBuilder<TextInputBuilder>().addComponents(
        new TextInputBuilder().setCustomId("why").setLabel("Why?").setStyle(TextInputStyle.Paragraph),
      ),
    );

/** How the bot of these tests answers `/ask how:…`. */
const ways: Readonly<Record<string, (interaction: ChatInputCommandInteraction) => Promise<unknown>>> = {
  plainly: (interaction) => interaction.reply({ content: "Iran", allowedMentions: { parse: [] } }),
  privately: (interaction) => interaction.reply({ content: "Only you", flags: MessageFlags.Ephemeral }),
  later: async (interaction) => {
    await interaction.deferReply();
    await interaction.editReply({ embeds: [new EmbedBuilder().setTitle("Answer").setDescription("Iran¹")] });
  },
  twice: async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply("First");
    await interaction.followUp({ content: "Second", flags: MessageFlags.Ephemeral });
  },
  "with-controls": (interaction) => interaction.reply({ content: "Choose", components: [buttons(), menu()] }),
  "with-file": (interaction) =>
    interaction.reply({
      files: [new AttachmentBuilder(Buffer.from("hello"), { name: "note.txt", description: "A note" })],
    }),
  "with-form": (interaction) => interaction.showModal(form()),
  "and-fetches": async (interaction) => {
    const response = await interaction.reply({ content: "One", withResponse: true });
    await interaction.editReply(
      `${response.resource?.message?.content} and ${(await interaction.fetchReply()).content}`,
    );
  },
};

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isChatInputCommand()) return ways[interaction.options.getString("how", true)]?.(interaction);
  if (interaction.isAutocomplete()) {
    return interaction.respond([{ name: `Found ${interaction.options.getFocused()}`, value: "found" }]);
  }
  if (interaction.isButton()) {
    return interaction.customId === "form"
      ? interaction.showModal(form())
      : interaction.update({ content: `${interaction.message.content}, pressed`, components: [] });
  }
  if (interaction.isStringSelectMenu()) {
    await interaction.deferUpdate();
    return interaction.editReply({ content: `Chose ${interaction.values.join()}` });
  }
  if (interaction.isModalSubmit()) return interaction.reply(`Because ${interaction.fields.getTextInputValue("why")}`);
  if (interaction.isMessageContextMenuCommand()) return interaction.reply(`Cited ${interaction.targetMessage.content}`);
  return undefined;
}

function answered(outcome: Outcome) {
  if (outcome.type !== "answered") throw new Error(`Not answered: ${JSON.stringify(outcome)}`);
  return outcome;
}

describe("sandbox: a bot built with discord.js", () => {
  let sandbox: Sandbox;
  let bot: Client<true>;
  const failures: unknown[] = [];

  before(async () => {
    sandbox = await openSandbox();
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: sandbox.apiUrl, retries: 0 } });
    client.on(Events.InteractionCreate, (interaction) => {
      answer(interaction).catch((error: unknown) => failures.push(error));
    });
    const ready = new Promise<Client<true>>((resolve) => {
      client.once(Events.ClientReady, resolve);
    });
    await client.login(token);
    bot = await ready;
    await bot.application.commands.set(commands);
  });
  after(async () => {
    await bot.destroy();
    await sandbox.close();
  });
  afterEach(() => {
    expect(failures).to.deep.equal([]);
  });

  const ask = (how: string) => sandbox.user().slash("ask", { how });

  it("is known to be ready", async () => {
    expect(await sandbox.whenReady(0)).to.equal(true);
    expect(sandbox.requests.filter(({ method }) => method === "PUT")).to.have.length(1);
  });

  it("is in its guild, with its channel and its permissions there", () => {
    const guild = bot.guilds.cache.get(sandbox.guildId);
    const channel = guild?.channels.cache.get(sandbox.channels["general"] ?? "");
    expect(channel?.permissionsFor(bot.user)?.has("SendMessages")).to.equal(true);
  });

  it("has registered its commands, and reads them back", async () => {
    const fetched = await bot.application.commands.fetch();
    expect(fetched.map((command) => command.name).sort()).to.deep.equal(["Cite", "ask"]);
    expect(sandbox.commands.map((command) => command.name)).to.deep.equal(["ask", "Cite"]);
  });

  it("answers plainly, privately, and after thinking", async () => {
    expect(answered(await ask("plainly"))).to.deep.include({ ephemeral: false });
    expect(answered(await ask("privately"))).to.deep.include({ ephemeral: true });
    const later = answered(await ask("later"));
    expect(later.message.embeds[0]).to.include({ title: "Answer", description: "Iran¹" });
    expect(later.requests).to.have.length(2);
  });

  it("follows up", async () => {
    const first = answered(await ask("twice"));
    expect([first.message.content, first.ephemeral]).to.deep.equal(["First", true]);
    while (first.requests.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(sandbox.messages(first.message.channel_id).at(-1)).to.include({ content: "Second" });
  });

  it("gets its answer back with the response, and fetches it", async () => {
    const outcome = answered(await ask("and-fetches"));
    while (outcome.requests.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(sandbox.message(outcome.message.id)?.content).to.equal("One and One");
  });

  it("completes what is being typed", async () => {
    const outcome = await sandbox.user().autocomplete("ask", { how: "plainly", article: "alb" }, "article");
    expect(outcome).to.deep.include({ type: "choices", choices: [{ name: "Found alb", value: "found" }] });
  });

  it("reacts to buttons and selects", async () => {
    const { message } = answered(await ask("with-controls"));
    const chosen = answered(await sandbox.user().select(message, "pick", ["b"]));
    expect(chosen.message).to.include({ id: message.id, content: "Chose b" });
    const pressed = answered(await sandbox.user().press(message, "More"));
    expect(pressed.message.content).to.equal("Chose b, pressed");
    expect(await sandbox.user().press(message, "More")).to.include({ type: "refused" });
  });

  it("opens a form from a command and from a button, and reads it", async () => {
    const { message } = answered(await ask("with-controls"));
    for (const opened of [await ask("with-form"), await sandbox.user().press(message, "Why?")]) {
      if (opened.type !== "modal") throw new Error(opened.type);
      const outcome = answered(await sandbox.user().submitModal(opened.modalId, { why: "of this" }));
      expect(outcome.message.content).to.equal("Because of this");
    }
  });

  it("runs a message command", async () => {
    const said = sandbox.user().say("A sentence");
    const outcome = await sandbox.user().messageCommand("Cite", said);
    expect(answered(outcome).message).to.include({ content: "Cited A sentence" });
  });

  it("sends a file", async () => {
    const [file] = answered(await ask("with-file")).message.attachments;
    expect(file).to.include({ filename: "note.txt", description: "A note", size: 5 });
    expect(await (await fetch(file?.url ?? "")).text()).to.equal("hello");
  });

  it("survives a broken connection and gets what it missed", async () => {
    const resumed = new Promise((resolve) => {
      bot.once(Events.ShardResume, resolve);
    });
    sandbox.faults.dropGateway({ resumable: true });
    expect(answered(await ask("plainly")).message.content).to.equal("Iran");
    await resumed;
  });

  it("waits out a rate limit", async () => {
    sandbox.faults.rateLimitNext({ path: /callback$/ }, 0.1);
    const outcome = answered(await ask("plainly"));
    expect(outcome.acknowledgedAfterMs).to.be.at.least(90);
  });

  it("is refused with a wrong token", async () => {
    const stranger = new Client({ intents: [], rest: { api: sandbox.apiUrl } });
    const error: unknown = await stranger.login("wrong").catch((reason: unknown) => reason);
    expect(error).to.have.property("code", "TokenInvalid");
    await stranger.destroy();
  });
});
