/**
 * Discord's limits, in characters, entries or milliseconds as each name says. Lengths are counted by Discord in code
 * points; counting UTF-16 units, as `string.length` does, is never too generous.
 *
 * @see https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 * @see https://discord.com/developers/docs/interactions/application-commands
 * @see https://discord.com/developers/docs/components/reference
 */
export const LIMITS = Object.freeze({
  message: Object.freeze({
    contentLength: 2_000,
    embeds: 10,
    /** How much of somebody's message is read; as much as its embeds can hold. */
    readLength: 6_000,
    files: 10,
    fileNameLength: 100,
    fileDescriptionLength: 1_024,
    /** Of all files of a message together, in bytes: ours, well below Discord's. */
    filesBytes: 1 << 20,
  }),
  embed: Object.freeze({
    titleLength: 256,
    descriptionLength: 4_096,
    fields: 25,
    fieldNameLength: 256,
    fieldValueLength: 1_024,
    footerLength: 2_048,
    authorNameLength: 256,
    /** Title, description, footer, author and fields of all embeds of one message together. */
    totalLength: 6_000,
  }),
  component: Object.freeze({
    rows: 5,
    buttonsPerRow: 5,
    buttonLabelLength: 80,
    buttonUrlLength: 512,
    customIdLength: 100,
    selectOptions: 25,
    selectLabelLength: 100,
    selectDescriptionLength: 100,
    selectValueLength: 100,
    selectPlaceholderLength: 150,
  }),
  modal: Object.freeze({
    titleLength: 45,
    components: 5,
    inputLabelLength: 45,
    inputPlaceholderLength: 100,
    inputValueLength: 4_000,
  }),
  command: Object.freeze({
    /** Slash commands that one application may register for all servers. */
    globalCommands: 100,
    /** Commands of the context menu of messages. */
    globalMessageCommands: 5,
    nameLength: 32,
    descriptionLength: 100,
    options: 25,
    choices: 25,
    /** The same for what a choice is called. */
    choiceValueLength: 100,
    /** Longest text that an option of type string accepts. */
    textValueLength: 6_000,
    /** Names, descriptions and values of a command, its options and their choices together. */
    totalLength: 8_000,
    /** How long one may work: ours, well below the life of an interaction's token. */
    deadlineMs: 10 * 60_000,
  }),
  autocomplete: Object.freeze({
    choices: 25,
    labelLength: 100,
    valueLength: 100,
  }),
  interaction: Object.freeze({
    firstAnswerMs: 3_000,
    /** How long an interaction's token can edit and follow up. */
    tokenMs: 15 * 60_000,
  }),
});
