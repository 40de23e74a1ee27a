import { expect } from "chai";
import {
  commandDraft,
  draftText,
  emptyDraft,
  fieldChosen,
  fieldTyped,
  fileChosen,
  optionAdded,
  optionRemoved,
  textTyped,
} from "../../src/sandbox/page/composer/draft.ts";
import type { CommandDraft, Draft } from "../../src/sandbox/page/composer/draft.ts";
import { commandEntries, matchingEntries } from "../../src/sandbox/page/composer/entries.ts";
import type { CommandEntry } from "../../src/sandbox/page/composer/entries.ts";
import { suggestionsFor } from "../../src/sandbox/page/composer/suggestions.ts";
import { fileOption, filledOptions, partialOptions } from "../../src/sandbox/page/composer/values.ts";
import type { Directory } from "../../src/sandbox/page/composer/values.ts";
import { ApplicationCommandOptionType as Type, ApplicationCommandType } from "discord-api-types/v10";
import type { APIApplicationCommand, APIApplicationCommandOption } from "discord-api-types/v10";
import * as canned from "./canned.ts";

const directory: Directory = {
  users: [{ name: "Mira", value: canned.reader.id }],
  channels: [{ name: "ask-the-articles", value: canned.channelId }],
};
const entries = commandEntries(canned.commands, "en-US");

function commandWith(options: readonly APIApplicationCommandOption[]): APIApplicationCommand {
  return {
    id: "9",
    application_id: "1",
    version: "1",
    type: ApplicationCommandType.ChatInput,
    default_member_permissions: null,
    name: "made",
    description: "Made for a test",
    options: [...options],
  };
}

function onlyEntry(options: readonly APIApplicationCommandOption[], locale = "en-US"): CommandEntry {
  const [entry] = commandEntries([commandWith(options)], locale);
  if (entry === undefined) {
    throw new Error("A command has an entry.");
  }
  return entry;
}

function typed(text: string): CommandDraft {
  const draft = textTyped(entries, text);
  if (draft.mode === "text") {
    throw new Error(`Not read as a command: ${text}`);
  }
  return draft;
}

function values(draft: CommandDraft): unknown {
  const filled = filledOptions(draft, directory);
  return filled.ok ? Object.fromEntries(filled.options.map(({ name, value }) => [name, value])) : filled.problems;
}

describe("an option that takes a file", () => {
  const entry = onlyEntry([
    {
      type: Type.Subcommand,
      name: "add",
      description: "d",
      options: [
        { type: Type.Attachment, name: "file", description: "d", required: true },
        { type: Type.Attachment, name: "second", description: "d" },
      ],
    },
  ]);
  const draft = commandDraft(entry, "");

  it("is sent by the id of what was uploaded, and not without", () => {
    expect(entry.label).to.equal("made add");
    expect(values(fieldTyped(draft, "file", "notes.txt"))).to.deep.equal({ file: "Choose a file." });
    const filled = filledOptions(fieldChosen(draft, "file", { name: "notes.txt", value: "77" }), directory);
    expect(filled).to.deep.equal({
      ok: true,
      options: [
        { name: "add", type: Type.Subcommand, options: [{ name: "file", type: Type.Attachment, value: "77" }] },
      ],
    });
  });

  it("gets its file whatever was done while it was uploaded, and not what was begun instead", () => {
    const file = { name: "notes.txt", value: "77" };
    const later = { ...draft, focused: null };
    const got = fileChosen(later, entry, "file", file);
    expect(got).to.deep.include({ focused: null });
    expect(got.mode === "command" && filledOptions(got, directory)).to.have.nested.property(
      "options[0].options[0].value",
      "77",
    );
    expect(fileChosen(emptyDraft, entry, "file", file)).to.equal(emptyDraft);
    const removed = optionRemoved(optionAdded(draft, "second"), "second");
    expect(fileChosen(removed, entry, "second", file)).to.equal(removed);
  });

  it("takes what is dropped on the command: where the keyboard is, else where nothing is yet", () => {
    expect(fileOption(draft)).to.equal("file");
    const chosen = fieldChosen(draft, "file", { name: "notes.txt", value: "77" });
    expect(fileOption({ ...chosen, focused: null })).to.equal("second");
    expect(fileOption({ ...chosen, focused: "file" })).to.equal("file");
    expect(fileOption(commandDraft(onlyEntry([{ type: Type.String, name: "a", description: "d" }]), ""))).to.equal(
      null,
    );
  });
});

describe("the commands offered on the page", () => {
  it("lists slash commands by name and leaves message commands out", () => {
    expect(entries.map(({ label }) => label)).to.deep.equal([
      "article",
      "ask",
      "feedback",
      "hostile",
      "silent",
      "sources",
    ]);
  });

  it("puts names that begin with what was typed before those that hold it and those that describe it", () => {
    expect(matchingEntries(entries, "s").map(({ label }) => label)).to.deep.equal([
      "silent",
      "sources",
      "ask",
      "hostile",
      "feedback",
    ]);
    expect(matchingEntries(entries, "ask").map(({ label }) => label)).to.deep.equal(["ask"]);
    expect(matchingEntries(entries, "list the").map(({ label }) => label)).to.deep.equal(["sources"]);
    expect(matchingEntries(entries, "nothing like it")).to.be.empty;
  });

  it("offers required options before optional ones, and subcommands as commands of their own", () => {
    const entry = onlyEntry([
      { type: Type.String, name: "maybe", description: "d" },
      { type: Type.String, name: "must", description: "d", required: true },
    ]);
    expect(entry.options.map(({ name }) => name)).to.deep.equal(["must", "maybe"]);

    const nested = onlyEntry([
      {
        type: Type.SubcommandGroup,
        name: "group",
        description: "d",
        options: [
          {
            type: Type.Subcommand,
            name: "deep",
            description: "d",
            options: [{ type: Type.String, name: "word", description: "d", required: true }],
          },
        ],
      },
    ]);
    expect(nested.label).to.equal("made group deep");
    expect(filledOptions(commandDraft(nested, "hello"), directory)).to.deep.equal({
      ok: true,
      options: [
        {
          name: "group",
          type: 2,
          options: [{ name: "deep", type: 1, options: [{ name: "word", type: 3, value: "hello" }] }],
        },
      ],
    });
  });

  it("shows translations to a client of their locale", () => {
    const made = { ...commandWith([]), name_localizations: { de: "gemacht" } };
    expect(commandEntries([made], "de")[0]?.label).to.equal("gemacht");
    expect(commandEntries([made], "fr")[0]?.label).to.equal("made");
  });
});

describe("typing a command in one go", () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ["/ask who attacked albania", { question: "who attacked albania" }],
    ["/ASK who attacked albania", { question: "who attacked albania" }],
    ["/ask question:who attacked albania", { question: "who attacked albania" }],
    ["/ask who attacked albania private:true", { question: "who attacked albania", private: true }],
    ["/ask private:False question:who: and why", { private: false, question: "who: and why" }],
    ["/ask what does title:x mean", { question: "what does title:x mean" }],
    ["/article border sentences:3", { title: "border", sentences: 3 }],
    ["/sources", undefined],
  ];
  for (const [text, wanted] of cases) {
    it(text, () => {
      if (wanted === undefined) {
        expect(textTyped(entries, text)).to.deep.equal({ mode: "text", text });
      } else {
        expect(values(typed(text))).to.deep.equal(wanted);
      }
    });
  }

  it("leaves alone what is no command", () => {
    for (const text of ["hello", "/", "/as", "/unknown thing", " /ask x", "/asking x"]) {
      expect(textTyped(entries, text)).to.deep.equal({ mode: "text", text });
    }
  });

  it("opens another option when its name and a colon are typed inside one", () => {
    const start = typed("/ask who");
    const next = fieldTyped(start, "question", "who did it private:");
    expect(next.focused).to.equal("private");
    expect(next.fields.map(({ name, text }) => [name, text])).to.deep.equal([
      ["question", "who did it"],
      ["private", ""],
    ]);
    expect(values(fieldTyped(next, "private", "true"))).to.deep.equal({ question: "who did it", private: true });
  });

  it("takes the field's own name in front for what it is", () => {
    const start = typed("/ask who");
    expect(values(fieldTyped(start, "question", "question:who did it"))).to.deep.equal({ question: "who did it" });
  });

  it("opens and takes away optional options, never required ones", () => {
    const opened = optionAdded(typed("/ask who"), "private");
    expect(opened.fields.map(({ name }) => name)).to.deep.equal(["question", "private"]);
    expect(optionRemoved(opened, "private").fields.map(({ name }) => name)).to.deep.equal(["question"]);
    expect(optionRemoved(opened, "question")).to.equal(opened);
  });

  it("can be recalled as it was typed", () => {
    expect(draftText(typed("/ask who private:true"))).to.equal("/ask question:who private:true");
  });
});

describe("checking options before they are sent", () => {
  const required = "This option is required. Specify a value.";
  const number = onlyEntry([
    { type: Type.Integer, name: "count", description: "d", required: true, min_value: 1, max_value: 20 },
  ]);
  const choice = onlyEntry([
    {
      type: Type.String,
      name: "size",
      description: "d",
      required: true,
      choices: [
        { name: "Small", value: "s" },
        { name: "Large", value: "l" },
      ],
    },
  ]);
  const text = onlyEntry([
    { type: Type.String, name: "word", description: "d", required: true, min_length: 2, max_length: 4 },
  ]);
  const user = onlyEntry([{ type: Type.User, name: "who", description: "d", required: true }]);
  const cases: readonly (readonly [CommandEntry, string, unknown])[] = [
    [number, "", { count: required }],
    [number, "5", { count: 5 }],
    [number, "five", { count: "Enter a whole number." }],
    [number, "1.5", { count: "Enter a whole number." }],
    [number, "0", { count: "Enter a value of 1 or more." }],
    [number, "21", { count: "Enter a value of 20 or less." }],
    [choice, "small", { size: "s" }],
    [choice, "l", { size: "l" }],
    [choice, "medium", { size: "Choose one of the values offered." }],
    [text, "a", { word: "Must be 2 or more characters long." }],
    [text, "abcde", { word: "Must be 4 or fewer characters long; this has 5." }],
    [user, "mira", { who: canned.reader.id }],
  ];
  for (const [entry, rest, wanted] of cases) {
    it(`${entry.options[0]?.name ?? ""}: "${rest}"`, () => {
      expect(values(commandDraft(entry, rest === "" ? "" : `${entry.options[0]?.name ?? ""}:${rest}`))).to.deep.equal(
        wanted,
      );
    });
  }

  it("asks for a value of an optional option that was opened and left empty", () => {
    expect(values(optionAdded(typed("/ask who"), "private"))).to.deep.equal({ private: required });
  });

  it("sends the value of a choice, not its name", () => {
    const chosen = fieldChosen(typed("/article a"), "title", { name: "Sanctions", value: "sanctions" });
    expect(values(chosen)).to.deep.equal({ title: "sanctions" });
    expect(values(fieldTyped(chosen, "title", "Sanctions x"))).to.deep.equal({ title: "Sanctions x" });
  });

  it("tells the bot what is typed so far when it is asked for proposals", () => {
    expect(partialOptions(typed("/article bor"), directory)).to.deep.equal([{ name: "title", type: 3, value: "bor" }]);
  });
});

describe("what is offered while typing", () => {
  const offered = (draft: Draft) => suggestionsFor(draft, entries, directory, null);

  it("offers commands after a slash and nothing in plain text", () => {
    expect(offered(textTyped(entries, "/")).type).to.equal("commands");
    expect(offered(textTyped(entries, "hello /")).type).to.equal("none");
    expect(offered(emptyDraft).type).to.equal("none");
  });

  it("offers true and false for a yes-or-no option until one is chosen", () => {
    const opened = optionAdded(typed("/ask who"), "private");
    expect(offered(opened)).to.deep.include({ type: "choices", status: "ready" });
    expect(offered(fieldChosen(opened, "private", { name: "True", value: true })).type).to.equal("none");
  });

  it("offers what the bot proposes, marked while it is still being asked", () => {
    const loading = { nonce: "1", status: "loading", choices: [{ name: "Border", value: "border" }] } as const;
    expect(suggestionsFor(typed("/article b"), entries, directory, loading)).to.deep.include({
      type: "choices",
      status: "loading",
      choices: loading.choices,
    });
  });
});
