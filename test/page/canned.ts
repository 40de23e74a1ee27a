import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  InteractionType,
  MessageType,
  TextInputStyle,
} from "discord-api-types/v10";
import type {
  APIActionRowComponent,
  APIApplicationCommand,
  APIApplicationCommandOption,
  APIComponentInMessageActionRow,
  APIEmbed,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APIUser,
} from "discord-api-types/v10";
import type { PageChannel, Persona } from "../../src/sandbox/page-protocol.ts";

/** What members may do: see, write, use commands, start threads and write in them. */
const everything = (1n << 10n) | (1n << 11n) | (1n << 31n) | (1n << 35n) | (1n << 38n);

export const channelId = "1040000000000000001";
export const otherChannelId = "1040000000000000002";
export const directId = "1040000000000000003";

export const reader: APIUser = user("1050000000000000001", "reader", "Mira");
/** Whom the stand-in lets the page act as. */
export const personas: readonly Persona[] = [
  { user: reader, about: "A member", permissions: String(everything), locale: "en-US", closed: false, roles: [] },
  {
    user: user("1050000000000000003", "moderator", "Mo"),
    about: "A moderator",
    permissions: String(everything | (1n << 13n) | (1n << 4n) | (1n << 34n)),
    locale: "en-US",
    closed: false,
    roles: [],
  },
  {
    user: user("1050000000000000004", "restricted", "Robin"),
    about: "May not write",
    permissions: String(1n << 10n),
    locale: "en-US",
    closed: false,
    roles: [],
  },
];

export const bot: APIUser = { ...user("1050000000000000002", "footnote", null), username: "Footnote", bot: true };

function user(id: string, username: string, globalName: string | null): APIUser {
  return { id, username, global_name: globalName, discriminator: "0", avatar: null };
}

export function channel(id: string, name: string, own: Partial<PageChannel> = {}): PageChannel {
  return { id, name, kind: "text", parentId: null, ownerId: null, permissions: {}, ...own };
}

let lastId = 1_300_000_000_000_000_000n;

/** A message as the API gives it, with what the test cares about on top. */
export function message(own: Partial<APIMessage>): APIMessage {
  lastId += 1n;
  return {
    id: String(lastId),
    channel_id: channelId,
    author: bot,
    content: "",
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: MessageType.Default,
    ...own,
  };
}

/** The part of a message that says which command it answers. */
export function answering(name: string): Pick<APIMessage, "interaction"> {
  return { interaction: { id: "1", type: InteractionType.ApplicationCommand, name, user: reader } };
}

export const answer: APIEmbed = {
  color: 0x2d7d46,
  description: [
    "The FBI said that **Iranian state** actors who call themselves “HomeLand Justice” launched a destructive **cyberattack** on the government of **Albania** in July 2022.¹",
    "Tirana said its own inquiry had shown that **Iran** was behind the **attack**, and broke off relations on 7 September.²",
    "Iran’s foreign ministry **denied** it and called the accusation unfounded.²",
    "",
    "¹ [CISA, “Iranian State Actors Conduct Cyber Operations Against the Government of Albania”, 21 Sep 2022](https://www.example.org/aa22-264a)",
    "² [Example Wire, “Albania cuts Iran ties over cyberattack”, 7 Sep 2022](https://www.example.org/wire/7-sep)",
  ].join("\n"),
  footer: { text: "2 articles, 2 independent sources · articles up to 13 Mar 2026" },
};

export const answerButtons: APIActionRowComponent<APIComponentInMessageActionRow> = {
  type: ComponentType.ActionRow,
  components: [
    { type: ComponentType.Button, style: ButtonStyle.Primary, label: "Context", custom_id: "context" },
    { type: ComponentType.Button, style: ButtonStyle.Secondary, label: "More", custom_id: "more" },
    { type: ComponentType.Button, style: ButtonStyle.Danger, label: "Break", custom_id: "break" },
    { type: ComponentType.Button, style: ButtonStyle.Success, label: "Done", custom_id: "done", disabled: true },
    { type: ComponentType.Button, style: ButtonStyle.Link, label: "Source", url: "https://www.example.org/wire/7-sep" },
  ],
};

export const sourceSelect: APIActionRowComponent<APIComponentInMessageActionRow> = {
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.StringSelect,
      custom_id: "source",
      placeholder: "Read an article",
      options: [
        {
          label: "Albania cuts Iran ties over cyberattack",
          value: "cut-ties",
          description: "Example Wire, 7 Sep 2022",
        },
        { label: "Second attack hits the border system", value: "border", description: "Example Wire, 10 Sep 2022" },
        { label: "Sanctions on the ministry", value: "sanctions", description: "Example Gazette, 9 Sep 2022" },
        {
          label: "A headline as long as Discord lets a label be, because nobody at the desk had the time to shorten it",
          value: "long",
          description: "Example Gazette, 8 Sep 2022",
        },
      ],
    },
  ],
};

export const feedbackModal: APIModalInteractionResponseCallbackData = {
  custom_id: "feedback",
  title: "What is not right?",
  components: [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.TextInput,
          custom_id: "subject",
          label: "In one line",
          style: TextInputStyle.Short,
          min_length: 3,
          max_length: 40,
          required: true,
        },
      ],
    },
    {
      type: ComponentType.Label,
      label: "What the articles say instead",
      description: "Name the article if you can.",
      component: {
        type: ComponentType.TextInput,
        custom_id: "detail",
        style: TextInputStyle.Paragraph,
        max_length: 300,
        required: false,
      },
    },
  ],
};

export const articles = [
  { name: "Albania cuts Iran ties over cyberattack", value: "cut-ties" },
  { name: "Second attack hits the border system", value: "border" },
  { name: "Sanctions on the ministry", value: "sanctions" },
] as const;

/** Markup that a careless page would obey: everything in it must stay text. */
export const hostileText = [
  "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>",
  "[click me](javascript:document.title='owned') <javascript:alert(1)> [x](data:text/html,hi)",
  "@everyone <@1050000000000000001> [https://good.example](https://evil.example)",
  "![picture](https://evil.example/x.png) ||hidden|| `<b>code</b>` \\*not bold\\*",
].join("\n");

export const commands: readonly APIApplicationCommand[] = [
  command("1060000000000000001", "ask", "Ask the articles a question", [
    text("question", "What you want to know", true, 200),
    { type: ApplicationCommandOptionType.Boolean, name: "private", description: "Only you see the answer" },
  ]),
  command("1060000000000000002", "article", "Read one article", [
    { ...text("title", "Which article", true, 100), autocomplete: true },
    {
      type: ApplicationCommandOptionType.Integer,
      name: "sentences",
      description: "How many sentences",
      min_value: 1,
      max_value: 20,
    },
  ]),
  command("1060000000000000003", "sources", "List the articles", []),
  command("1060000000000000004", "feedback", "Say what is not right", []),
  command("1060000000000000005", "silent", "Never answers", []),
  command("1060000000000000006", "hostile", "Answers with hostile text", []),
  { ...command("1060000000000000007", "Cite this message", "", []), type: ApplicationCommandType.Message },
];

function command(
  id: string,
  name: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): APIApplicationCommand {
  return {
    id,
    application_id: bot.id,
    version: "1",
    type: ApplicationCommandType.ChatInput,
    default_member_permissions: null,
    name,
    description,
    options: [...options],
  };
}

function text(name: string, description: string, required: boolean, maxLength: number) {
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description,
    required,
    max_length: maxLength,
  } as const;
}
