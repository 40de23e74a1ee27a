import { expect } from "chai";
import { IntlMessageFormat } from "intl-messageformat";
import { LIMITS } from "../../src/present/text/limits.ts";
import { shippedMessages, shippedTags } from "../fixtures/languages.ts";
import { declaredMessages, messageInterfaces } from "./message-shapes.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];
/** How the parser marks plain text; of all others `value` is the name of what they show. */
const LITERAL = "0";

type Choice = Extract<Element, { options: unknown }>;

/** Why a message may be the same as in English. */
const SAME_AS_ENGLISH: readonly (readonly [tag: string, id: RegExp, reason: string])[] = [
  ["fr", /^command\.(?:article|sources)\.name$/u, "the French words are the same"],
  [
    "fr",
    /^command\.(?:article|ask|corpus|gold)\.(?:sub\.\w+\.)?option\.(?:article|question)\.name$/u,
    "the French words are the same",
  ],
  ["sq", /^command\..*\.name$/u, "Discord has no Albanian, so commands are called there as they are in English"],
  ...["de", "es", "fr", "it", "sq"].map(
    (tag) =>
      [
        tag,
        /^command\.language\.option\.language\.choice\.[a-z]{2}$/u,
        "languages are called as their speakers call them",
      ] as const,
  ),
  ["de", /^command\.about-name\.option\.name\.name$/u, "the German word is the same"],
  ...["de", "es", "it", "sq"].map((tag) => [tag, /^publication\.titled$/u, "holds no words"] as const),
  ["fr", /^command\.verify\.option\.message\.name$/u, "the French word is the same"],
  ...["es", "fr", "it"].map((tag) => [tag, /^command\.corpus\.name$/u, "the word is Latin everywhere"] as const),
  ...["de", "es", "it", "sq"].map((tag) => [tag, /^doubt\.of$/u, "holds no words"] as const),
  ...["es", "it"].map((tag) => [tag, /^gold\.no$/u, "the word is the same"] as const),
  ["de", /^why\.match$/u, "holds no words"],
  ["es", /^why\.match$/u, "holds no words"],
  ["it", /^why\.match$/u, "holds no words"],
  ["sq", /^why\.match$/u, "holds no words"],
];

/** What Discord takes of the messages that it shows in places of their own, in characters. */
const LONGEST: readonly (readonly [id: RegExp, length: number])[] = [
  [/^button\./u, LIMITS.component.buttonLabelLength],
  [/^form\./u, LIMITS.modal.titleLength],
  [/^select\./u, LIMITS.component.selectPlaceholderLength],
  [/^command\..*\.name$/u, LIMITS.command.nameLength],
  [/^command\..*\.description$/u, LIMITS.command.descriptionLength],
  [/\.title$|^why\.(?:answered|silent)$/u, LIMITS.embed.titleLength],
];

/** Messages that are Markdown by themselves; all others are shown as they stand, whichever way. */
const MARKDOWN = /^(?:failure\.|help\.tips$|about\.privacy$)/u;

const { interfaces, shapes } = declaredMessages();
const tags = shippedTags();
const english = shippedMessages("en");

function elementsOf(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element) => [
    element,
    ...("options" in element ? Object.values(element.options).flatMap(({ value }) => elementsOf(value)) : []),
  ]);
}

function parsed(tag: string, message: string): readonly Element[] {
  return elementsOf(new IntlMessageFormat(message, tag, undefined, { ignoreTag: true }).getAst());
}

const choicesIn = (elements: readonly Element[]): readonly Choice[] =>
  elements.filter((element) => "options" in element);
const isPlural = (choice: Choice): boolean => "pluralType" in choice;
const entries = (tag: string): readonly (readonly [id: string, message: string])[] =>
  Object.entries(shippedMessages(tag));

describe("the messages", () => {
  it("are all part of Messages", () => {
    expect(shapes.size).to.be.greaterThan(200);
    expect([...messageInterfaces()].sort()).to.deep.equal([...interfaces].sort());
  });

  it("are said in the languages that the bot is to speak", () => {
    expect(tags).to.include.members(["de", "en", "es", "fr", "it", "sq"]);
  });
});

for (const tag of tags) {
  describe(`the catalogue ${tag}.json`, () => {
    it("holds every message and no other, in alphabetical order", () => {
      expect(entries(tag).map(([id]) => id)).to.deep.equal([...shapes.keys()].sort());
    });

    it("shows what each message is given, and asks for nothing else", () => {
      for (const [id, message] of entries(tag)) {
        const { shown, chosenBy } = shapes.get(id) ?? { shown: [], chosenBy: [] };
        const used = new Set(
          parsed(tag, message).flatMap((element) =>
            "value" in element && String(element.type) !== LITERAL ? element.value : [],
          ),
        );
        expect([...used], id).to.include.members([...shown]);
        expect([...shown, ...chosenBy], id).to.include.members([...used]);
      }
    });

    it("has every plural that the language knows, and counts in it", () => {
      const known = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
      for (const [id, message] of entries(tag)) {
        for (const choice of choicesIn(parsed(tag, message)).filter((one) => isPlural(one))) {
          expect(Object.keys(choice.options), id).to.include.members([...known]);
        }
      }
    });

    it("chooses by nothing but what is known of a date", () => {
      for (const [id, message] of entries(tag)) {
        for (const choice of choicesIn(parsed(tag, message)).filter((one) => !isPlural(one))) {
          expect(["day", "month", "year", "other"], id).to.include.members(Object.keys(choice.options));
        }
      }
    });

    it("fits where Discord shows it", () => {
      for (const [id, message] of entries(tag)) {
        for (const [place, longest] of LONGEST) {
          if (place.test(id)) expect(message.length, `${id}: ${message}`).to.be.at.most(longest);
        }
      }
    });

    it("names commands as Discord takes it, each its own way", () => {
      const names = entries(tag).filter(([id]) => /^command\.[\w-]+\.name$/u.test(id));
      for (const [id, name] of names) {
        // A command of the menu of messages has a name in any letters, and no description.
        const isTyped = shapes.has(id.replace(/name$/u, "description"));
        expect(name, id).to.match(isTyped ? /^[\p{Ll}\p{N}-]+$/u : /^\S.*\S$/u);
      }
      expect(new Set(names.map(([, name]) => name)).size).to.equal(names.length);
    });

    it("speaks of commands, options and buttons by the names they have", () => {
      const messages = shippedMessages(tag);
      const commands = entries(tag).flatMap(([id, name]) => (/^command\.[\w-]+\.name$/u.test(id) ? name : []));
      for (const [id, message] of entries(tag)) {
        for (const [, name] of message.matchAll(/(?<![\p{L}\p{N}])\/([\p{L}-]+)/gu)) {
          expect(commands, `${id}: ${message}`).to.include(name);
        }
      }
      const bold = [...(messages["help.tips"] ?? "").matchAll(/\*\*(.+?)\*\*/gu)].map(([, word]) => word);
      expect(bold).to.deep.equal([messages["command.ask.option.private.name"], messages["button.context"]]);
    });

    it("holds no mark that a client or ICU would take for more than a character", () => {
      for (const [id, message] of entries(tag)) {
        expect(message, id).not.to.match(/'|^\s|\s$|[<>_~|[\]\\@]|\p{Cc}/u);
        if (!MARKDOWN.test(id)) expect(message, id).not.to.match(/[*`]/u);
      }
    });

    if (tag === "en") return;
    it("leaves nothing in English without a reason", () => {
      const same = entries(tag).flatMap(([id, message]) => (message === english[id] ? id : []));
      const excused = (id: string): boolean => SAME_AS_ENGLISH.some(([of, ids]) => of === tag && ids.test(id));
      expect(same.filter((id) => !excused(id))).to.deep.equal([]);
    });
  });
}

describe("the reasons to leave a message in English", () => {
  for (const [tag, ids, reason] of SAME_AS_ENGLISH) {
    it(`hold in ${tag}: ${reason} (${ids.source})`, () => {
      expect(entries(tag).some(([id, message]) => ids.test(id) && message === english[id])).to.equal(true);
    });
  }
});
