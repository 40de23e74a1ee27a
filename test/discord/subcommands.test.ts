import { expect } from "chai";
import type { AnyCommand, AttachedFile, Command, CommandGroup, OptionSpecs } from "../../src/domain/command.ts";
import { namingProblems } from "../../src/discord/command-naming.ts";
import { commandProblems } from "../../src/discord/command-shape.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import { isRegistered, toRegistration } from "../../src/discord/registration.ts";
import { helpReply } from "../../src/present/people/help-reply.ts";
import { createLanguages } from "../../src/words/create-languages.ts";
import { ferryCorpus } from "../fixtures/articles.ts";
import { catalogue } from "../fixtures/languages.ts";
import {
  autocompletePayload,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  recordingLogger,
  reply,
} from "./fakes.ts";

const options = {
  put: {
    book: { type: "text", required: true, maxLength: 20, autocomplete: true },
    file: { type: "file", required: false, maxBytes: 1_000 },
    side: { type: "choice", required: false, values: ["left", "right"] },
  },
  clear: {},
} as const satisfies Readonly<Record<string, OptionSpecs>>;

/** What the arguments of a subcommand are is known from its options alone. */
const shelf = {
  name: "shelf",
  subcommands: {
    put: {
      options: options.put,
      run: async (_, { book, file, side }) => {
        const sent: AttachedFile | undefined = file;
        const where: "left" | "right" | undefined = side;
        return reply(`put ${book.toUpperCase()} ${sent?.size ?? "no file"} ${where ?? "anywhere"}`);
      },
      complete: async (_context, option, typed) => [{ label: `${option}: ${typed}`, value: typed }],
    },
    clear: { options: options.clear, needs: "moderator", run: async () => reply("cleared") },
  },
} as const satisfies CommandGroup<typeof options>;

const ENGLISH = {
  "command.shelf.name": "shelf",
  "command.shelf.description": "The shelf",
  "command.shelf.sub.put.name": "put",
  "command.shelf.sub.put.description": "Put a book there",
  "command.shelf.sub.put.option.book.name": "book",
  "command.shelf.sub.put.option.book.description": "Which",
  "command.shelf.sub.put.option.file.name": "file",
  "command.shelf.sub.put.option.file.description": "Its text",
  "command.shelf.sub.put.option.side.name": "side",
  "command.shelf.sub.put.option.side.description": "Where",
  "command.shelf.sub.put.option.side.choice.left": "left",
  "command.shelf.sub.put.option.side.choice.right": "right",
  "command.shelf.sub.clear.name": "clear",
  "command.shelf.sub.clear.description": "Clear it",
};
const GERMAN = {
  ...ENGLISH,
  "command.shelf.name": "regal",
  "command.shelf.sub.put.name": "stellen",
  "command.shelf.sub.put.option.book.name": "buch",
  "command.shelf.sub.put.option.side.choice.left": "links",
};
const named = (german: object = {}, english: object = {}) =>
  createLanguages(catalogue("en", { ...ENGLISH, ...english }), [catalogue("de", { ...GERMAN, ...german })]);

const sub = (name: string, given: readonly object[] = []) =>
  commandPayload([{ type: 1, name, options: given }], "shelf");
const book = (value: string, focused?: boolean) => ({ type: 3, name: "book", value, focused });

async function sent(payload: object, commands: readonly AnyCommand[] = [shelf]): Promise<string> {
  const transport = fakeTransport();
  const { logger } = recordingLogger();
  await new Dispatcher(dispatchOptions(commands, transport, logger)).handle(payload);
  return JSON.stringify(transport.calls[0]?.body);
}

describe("subcommands", () => {
  it("are part of a sound command, each with what it lacks named", () => {
    const { put, clear } = shelf.subcommands;
    expect(commandProblems(shelf)).to.deep.equal([]);
    const one = (changes: object) => commandProblems({ ...shelf, subcommands: { put: { ...put, ...changes }, clear } });
    expect(one({ run: null }).join()).to.include("subcommands.put.run");
    expect(one({ complete: undefined }).join()).to.include("subcommands.put.complete: is missing");
    expect(one({ deadlineMs: 600_001 }).join()).to.include("subcommands.put.deadlineMs");
    expect(one({ actions: {} }).join()).to.include("subcommands.put");
    expect(commandProblems({ ...shelf, subcommands: {} }).join()).to.include("must be 1 to 25");
    expect(commandProblems({ ...shelf, subcommands: { Put: put } }).join()).to.include("subcommands.Put");
    expect(commandProblems({ ...shelf, options: {} }).join()).to.include("options");
    expect(commandProblems({ ...shelf, actionNeeds: { act: "moderator" } }).join()).to.include("must name actions");
  });

  it("are named in every language, no two alike", () => {
    expect(namingProblems(shelf, named())).to.deep.equal([]);
    expect(namingProblems(shelf, named({ "command.shelf.sub.clear.name": "stellen" }))).to.deep.equal([
      "de: two subcommands have the same name",
    ]);
    expect(namingProblems(shelf, named({}, { "command.shelf.sub.put.name": "place" }))).to.deep.equal([
      "en: put: names must be those in the program",
    ]);
    const problems = namingProblems(shelf, named({ "command.shelf.sub.put.option.side.choice.left": " " }));
    expect(problems).to.deep.equal(["de: side: left: must be called something of 1 to 100 characters"]);
    const { "command.shelf.sub.clear.description": _, ...lacking } = ENGLISH;
    const without = createLanguages(catalogue("en", lacking), []);
    expect(namingProblems(shelf, without).join()).to.include("en: clear: its name or its description");
  });

  it("are registered below their command, and a difference in one of them is seen", () => {
    const registration = toRegistration(shelf, named());
    expect(registration).to.containSubset({
      type: 1,
      name: "shelf",
      name_localizations: { de: "regal" },
      options: [
        {
          type: 1,
          name: "put",
          name_localizations: { de: "stellen" },
          description: "Put a book there",
          options: [
            { type: 3, name: "book", name_localizations: { de: "buch" }, required: true, autocomplete: true },
            { type: 11, name: "file", required: false },
            { type: 3, name: "side", choices: [{ name_localizations: { de: "links" } }, {}] },
          ],
        },
        { type: 1, name: "clear", options: [] },
      ],
    });
    const listed = JSON.stringify([{ id: "1", ...registration }]);
    const registered = (found: string, instead: string) =>
      isRegistered([registration], JSON.parse(listed.replace(found, instead)));
    expect(registered("", "")).to.equal(true);
    for (const [found, instead] of [
      ['"stellen"', '"legen"'],
      ['"buch"', '"band"'],
      ['"max_length":20', '"max_length":21'],
      ['"Clear it"', '"Empty it"'],
    ] as const) {
      expect(listed).to.include(found);
      expect(registered(found, instead), found).to.equal(false);
    }
  });

  it("are run with what was filled in", async () => {
    const side = { type: 3, name: "side", value: "left" };
    expect(await sent(sub("put", [book("emma"), side]))).to.include("put EMMA no file left");
    for (const odd of [
      sub("put"),
      sub("take"),
      sub("constructor"),
      commandPayload([], "shelf"),
      commandPayload([book("emma")], "shelf"),
      sub("put", [book("emma"), { type: 3, name: "side", value: "below" }]),
    ]) {
      expect(await sent(odd)).to.include("has changed");
    }
  });

  it("propose values while one of their options is typed", async () => {
    const payload = { ...autocompletePayload(""), data: { id: "5", type: 1, name: "shelf" } };
    const typing = (name: string) => ({
      ...payload,
      data: { ...payload.data, options: [{ type: 1, name, options: [book("em", true)] }] },
    });
    expect(await sent(typing("put"))).to.include("book: em");
    expect(await sent(typing("clear"))).to.include('"choices":[]');
  });

  it("may need more than their command, and are not told of to who may not use them", async () => {
    const asked: string[] = [];
    const telling: Command = {
      name: "tell",
      options: {},
      run: async ({ commands }) => {
        asked.push(...commands.map(({ name, subcommand }) => `${name} ${subcommand ?? ""}`.trim()));
        return reply("");
      },
    };
    expect(await sent(sub("clear"))).to.include("Only moderators");
    expect(await sent({ ...sub("clear"), member: { user: { id: "7" }, permissions: "32" } })).to.include("cleared");
    expect(await sent(sub("put", [book("emma")]), [{ ...shelf, needs: "manager" }])).to.include("manage this server");
    await sent(commandPayload([], "tell"), [shelf, telling]);
    expect(asked).to.deep.equal(["shelf put", "tell"]);
  });

  it("are listed by /help as they are typed", () => {
    const status = {
      event: ferryCorpus().event,
      corpusVersion: "1",
      articleCount: 1,
      sentenceCount: 1,
      newest: null,
      daysSinceNewest: null,
      softwareVersion: "1",
    };
    const [, german] = named().all;
    if (german === undefined) throw new Error("no German");
    const { body } = helpReply(german, status, [{ name: "shelf", subcommand: "put" }]);
    expect(body).to.include("**/regal stellen** – Put a book there");
  });
});
