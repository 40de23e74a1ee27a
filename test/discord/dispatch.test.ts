import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Command } from "../../src/domain/command.ts";
import { encodeAction } from "../../src/discord/action-id.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import type { SendFailure } from "../../src/discord/send.ts";
import type { Call, FakeTransport } from "./fakes.ts";
import {
  askCommand,
  autocompletePayload,
  buttonPayload,
  commandPayload,
  dispatchOptions,
  fakeTransport,
  PRIVATELY,
  question,
  recordingLogger,
  reply,
  SHORT,
  textOf,
} from "./fakes.ts";

const ASKED = "who attacked albania canary";

interface Outcome {
  readonly calls: readonly Call[];
  readonly log: string;
}

async function dispatch(
  command: Command,
  payload: unknown,
  transport: FakeTransport = fakeTransport(),
): Promise<Outcome> {
  const { logger, lines } = recordingLogger();
  await new Dispatcher(dispatchOptions([command], transport, logger)).handle(payload);
  return { calls: transport.calls, log: lines.join("") };
}

const ask = (run: Command["run"], options: readonly object[] = [question(ASKED)], transport?: FakeTransport) =>
  dispatch(askCommand(run), commandPayload(options), transport);

const slowly =
  (visibility: "public" | "private"): Command["run"] =>
  async () => {
    await sleep(120);
    return reply("Late", { visibility });
  };

const failing = (at: Call["how"], failure: SendFailure, times = 1): FakeTransport => {
  let left = times;
  return fakeTransport((how) => {
    if (how !== at || left === 0) return null;
    left -= 1;
    return failure;
  });
};

function expectCalls({ calls }: Outcome, ...expected: readonly [Call["how"], object | null][]): void {
  expect(calls.map(({ how }) => how)).to.deep.equal(expected.map(([how]) => how));
  for (const [index, [, body]] of expected.entries()) {
    if (body !== null) expect(calls[index]?.body).to.containSubset(body);
  }
}

const said = (description: string) => ({ embeds: [{ description }] });
const NOTE = said("The answer went to the person who asked.");
const REFERENCE = /reference `([a-z2-9]{8})`/iu;

describe("a slash command", () => {
  it("that is quick is answered at once, once", async () => {
    const outcome = await ask(async (_, { question }) => reply(`You asked: ${textOf(question)}`));
    expectCalls(outcome, [
      "respond",
      { type: 4, data: { ...said(`You asked: ${ASKED}`), allowed_mentions: { parse: [] } } },
    ]);
    expect(outcome.calls[0]?.body).to.not.have.nested.property("data.flags");
  });

  it("answers privately when its reply is private", async () => {
    const outcome = await ask(async () => reply("Hush", { visibility: "private" }));
    expectCalls(outcome, ["respond", { type: 4, data: { flags: 64 } }]);
  });

  it("that is slow is deferred for all to see, then filled in", async () => {
    const outcome = await ask(slowly("public"));
    expectCalls(
      outcome,
      ["respond", { type: 5, data: {} }],
      ["edit", { ...said("Late"), allowed_mentions: { parse: [] } }],
    );
    expect(outcome.calls[0]?.body).to.not.have.nested.property("data.flags");
  });

  it("that is slow and asked privately is deferred privately, and stays so", async () => {
    for (const visibility of ["public", "private"] as const) {
      const outcome = await ask(slowly(visibility), [question(ASKED), PRIVATELY]);
      expectCalls(outcome, ["respond", { type: 5, data: { flags: 64 } }], ["edit", said("Late")]);
    }
  });

  it("that is slow and always answers privately is deferred privately", async () => {
    const command = askCommand(slowly("private"), { visibility: "private" });
    const outcome = await dispatch(command, commandPayload([question(ASKED)]));
    expectCalls(outcome, ["respond", { type: 5, data: { flags: 64 } }], ["edit", said("Late")]);
    const forgetful = askCommand(async () => reply("Quick", { visibility: "public" }), { visibility: "private" });
    const quick = await dispatch(forgetful, commandPayload([question(ASKED)]));
    expectCalls(quick, ["respond", { type: 4, data: { ...said("Quick"), flags: 64 } }]);
  });

  it("that was deferred publicly never shows a private reply to all", async () => {
    const outcome = await ask(slowly("private"));
    expectCalls(
      outcome,
      ["respond", { type: 5 }],
      ["edit", NOTE],
      ["followUp", { ...said("Late"), flags: 64 }],
      ["remove", null],
    );
  });

  it("does not send a private reply when the public deferral cannot be filled in first", async () => {
    const outcome = await ask(
      slowly("private"),
      undefined,
      failing("edit", { id: "unreachable", reason: "status 500" }),
    );
    expectCalls(outcome, ["respond", null], ["edit", NOTE]);
  });

  it("that throws is told to the person privately with the reference of the log line", async () => {
    const outcome = await ask(async (_, { question }) => {
      throw new Error(`cannot answer ${textOf(question)}\n    at ${textOf(question)}:1:1`);
    });
    expectCalls(outcome, ["respond", { type: 4, data: { flags: 64 } }]);
    const reference = REFERENCE.exec(JSON.stringify(outcome.calls))?.[1];
    const line: unknown = JSON.parse(outcome.log);
    expect(line).to.include({ level: "error", command: "ask", reference });
    expect(outcome.log).to.match(/dispatch\.test\.[jt]s:\d+/u);
    expect(outcome.log).not.to.include("canary");
    expect(outcome.log).not.to.include("interaction-token");
  });

  it("that throws at once or throws no error at all is handled alike", async () => {
    const outcome = await ask(() => {
      // oxlint-disable-next-line typescript/only-throw-error -- commands are code, and code can do this
      throw "canary";
    });
    expectCalls(outcome, ["respond", { type: 4, data: { flags: 64 } }]);
    expect(outcome.log).not.to.include("canary");
  });

  it("that never ends is stopped and the person told privately", async () => {
    let stopped = false;
    const outcome = await ask(async ({ signal }) => {
      signal.addEventListener("abort", () => (stopped = true));
      return new Promise(() => {});
    });
    expectCalls(outcome, ["respond", { type: 5 }], ["edit", NOTE], ["followUp", { flags: 64 }], ["remove", null]);
    expect(JSON.stringify(outcome.calls)).to.include("took too long");
    expect(stopped).to.equal(true);
  });

  it("whose answer arrived although it seemed lost (40060) edits that answer", async () => {
    const outcome = await ask(async () => reply("Once"), undefined, failing("respond", { id: "already-answered" }));
    expectCalls(outcome, ["respond", { type: 4 }], ["edit", said("Once")]);
    expect(outcome.calls[1]?.body).not.to.have.property("flags");
  });

  it("whose deferral arrived although it seemed lost (40060) goes on", async () => {
    const outcome = await ask(slowly("public"), undefined, failing("respond", { id: "already-answered" }));
    expectCalls(outcome, ["respond", { type: 5 }], ["edit", said("Late")]);
    expect(outcome.log).to.equal("");
  });

  it("whose interaction has expired (10062) is only logged", async () => {
    const outcome = await ask(
      async () => reply("Late"),
      undefined,
      failing("respond", { id: "expired", code: 10_062 }),
    );
    expectCalls(outcome, ["respond", null]);
    expect(JSON.parse(outcome.log)).to.include({ level: "info", command: "ask" });
  });

  it("whose reply Discord refuses apologises instead, with the reference of the log line", async () => {
    const refused: SendFailure = { id: "refused", code: 50_035, fields: ["data.embeds.0.url"] };
    const outcome = await ask(async () => reply("Odd"), undefined, failing("respond", refused));
    expectCalls(outcome, ["respond", { type: 4 }], ["respond", { data: { flags: 64 } }]);
    const reference = REFERENCE.exec(JSON.stringify(outcome.calls))?.[1];
    expect(outcome.log).to.include(String(reference)).and.include("data.embeds.0.url");
  });

  it("that lacks a permission says so once in the log, and to the person", async () => {
    const forbidden: SendFailure = { id: "forbidden", code: 50_013 };
    const outcome = await ask(slowly("public"), undefined, failing("edit", forbidden));
    expectCalls(
      outcome,
      ["respond", null],
      ["edit", null],
      ["edit", NOTE],
      ["followUp", { flags: 64 }],
      ["remove", null],
    );
    expect(JSON.stringify(outcome.calls)).to.include("not allowed to answer here");
    expect(outcome.log.trim().split("\n")).to.have.length(1);
  });

  it("does not storm an unreachable Discord", async () => {
    const outcome = await ask(
      async () => reply("x"),
      undefined,
      failing("respond", { id: "unreachable", reason: "ECONNRESET" }, 9),
    );
    expectCalls(outcome, ["respond", null]);
  });

  it("that is unknown, or filled in differently than it is now, gets a plain private answer", async () => {
    const run: Command["run"] = async () => reply("ran");
    const payloads = [
      commandPayload([question("x")], "constructor"),
      commandPayload([]),
      commandPayload([{ type: 4, name: "question", value: 5 }]),
      commandPayload([question("x".repeat(301))]),
      commandPayload([question("x"), { type: 3, name: "private", value: "yes" }]),
    ];
    const choosing = askCommand(run, { options: { how: { type: "choice", required: true, values: ["few"] } } });
    for (const value of ["many", "constructor", "", 5]) {
      const outcome = await dispatch(choosing, commandPayload([{ type: 3, name: "how", value }]));
      expect(JSON.stringify(outcome.calls)).to.include("command has changed");
    }
    for (const payload of payloads) {
      const outcome = await dispatch(askCommand(run), payload);
      expectCalls(outcome, ["respond", { type: 4, data: { flags: 64 } }]);
      expect(JSON.stringify(outcome.calls)).to.include("command has changed");
    }
  });
});

describe("buttons and selects", () => {
  const id = (action: string, state: readonly string[] = []) => encodeAction({ command: "ask", action, state }) ?? "";
  const command = (actions: NonNullable<Command["actions"]>) => askCommand(async () => reply(""), { actions });

  it("replace the message they stand on, or add one", async () => {
    const actions = {
      more: async (_: unknown, state: readonly string[]) => ({ place: "update" as const, reply: reply(state.join()) }),
      why: async () => ({ place: "new" as const, reply: reply("Because", { visibility: "private" }) }),
    };
    expectCalls(await dispatch(command(actions), buttonPayload(id("more", ["a", "b"]))), [
      "respond",
      { type: 7, data: { ...said("a,b"), allowed_mentions: { parse: [] } } },
    ]);
    expectCalls(await dispatch(command(actions), buttonPayload(id("why"))), [
      "respond",
      { type: 4, data: { flags: 64 } },
    ]);
  });

  it("that are slow keep the message meanwhile", async () => {
    for (const [place, how] of [
      ["update", "edit"],
      ["new", "followUp"],
    ] as const) {
      const act = async () => {
        await sleep(120);
        return { place, reply: reply("Late", { visibility: "private" }) };
      };
      const outcome = await dispatch(command({ act }), buttonPayload(id("act")));
      expectCalls(outcome, ["respond", { type: 6 }], [how, said("Late")]);
    }
  });

  it("know whether the person who pressed is the one who asked", async () => {
    const act: NonNullable<Command["actions"]>[string] = async ({ byAsker, values }) => ({
      place: "new",
      reply: reply(`${byAsker ? "asker" : "other"} ${values.join()}`),
    });
    const other = { member: { user: { id: "8" } } };
    const press = (more: object) => dispatch(command({ act }), buttonPayload(id("act"), more));
    expectCalls(await press({}), ["respond", { data: said("asker") }]);
    expectCalls(await press(other), ["respond", { data: said("other") }]);
    expectCalls(await press({ ...other, message: { id: "9", flags: 64 } }), ["respond", { data: said("asker") }]);
    expectCalls(await press({ message: { id: "9" } }), ["respond", { data: said("other") }]);
    const select = { data: { custom_id: id("act"), component_type: 3, values: ["x", "y"] } };
    expectCalls(await press(select), ["respond", { data: said("asker x,y") }]);
  });

  it("are told the title of the message pressed as it was before it was escaped", async () => {
    const act: NonNullable<Command["actions"]>[string] = async ({ shown: { title } }) => ({
      place: "new",
      reply: reply(title === null ? "none" : `title ${title}`),
    });
    const press = (embeds: unknown) =>
      dispatch(command({ act }), buttonPayload(id("act"), { message: { id: "9", embeds } }));
    const title = String.raw`who \*really\* sank it\? 1\.5 \ \@you`;
    expectCalls(await press([{ title }]), [
      "respond",
      { data: said(String.raw`title who *really* sank it\? 1.5 \ @you`) },
    ]);
    for (const embeds of [undefined, [], [{}], "x", [{ title: 5 }], [{ title: "a".repeat(5_000) }]]) {
      expectCalls(await press(embeds), ["respond", { data: said("none") }]);
    }
  });

  it("with forged or outdated ids get a plain private answer", async () => {
    const forged = [
      "",
      "x",
      "1|ask|constructor|",
      "1|ask|gone|",
      "1|__proto__|toString|",
      "1|ask|__proto__|",
      "🙂".repeat(50),
    ];
    for (const customId of forged) {
      const outcome = await dispatch(command({}), buttonPayload(customId));
      expectCalls(outcome, ["respond", { type: 4, data: { flags: 64 } }]);
      expect(JSON.stringify(outcome.calls)).to.include("no longer in use");
    }
  });

  it("that throw tell the person with a reference and leave the message alone", async () => {
    const act = async () => {
      throw new TypeError("canary");
    };
    const outcome = await dispatch(command({ act }), buttonPayload(id("act")));
    expectCalls(outcome, ["respond", { type: 4, data: { flags: 64 } }]);
    expect(outcome.log).to.include("TypeError").and.not.include("canary");
  });
});

describe("autocomplete", () => {
  const complete = (complete: NonNullable<Command["complete"]>) =>
    dispatch(
      askCommand(async () => reply(""), { complete }),
      autocompletePayload("alb"),
    );

  it("proposes what the command finds, within Discord's limits", async () => {
    const outcome = await complete(async (_, option, typed) => [
      { label: `${option} ${typed} ${"x".repeat(200)}`, value: "1" },
      { label: "too long a value", value: "v".repeat(101) },
      { label: " ", value: "blank" },
      ...Array.from({ length: 40 }, (_, index) => ({ label: `Choice ${index}`, value: String(index) })),
    ]);
    expectCalls(outcome, ["respond", { type: 8 }]);
    const { body } = outcome.calls[0] ?? {};
    expect(body).to.have.nested.property("data.choices").with.length(25);
    expect(body)
      .to.have.nested.property("data.choices[0].name")
      .with.length(100)
      .and.match(/^question alb x+…$/u);
    expect(JSON.stringify(body)).not.to.include("vvv");
  });

  it("proposes nothing when the command throws, stalls or knows no such option", async () => {
    const nothing = { type: 8, data: { choices: [] } };
    const throwing = await complete(async () => {
      throw new Error("canary");
    });
    expect(throwing.calls[0]?.body).to.deep.equal(nothing);
    expect(throwing.log).not.to.include("canary");
    expect((await complete(async () => new Promise(() => {}))).calls[0]?.body).to.deep.equal(nothing);
    const unknown = { ...autocompletePayload("x"), data: { name: "nope", options: [] } };
    expect(
      (
        await dispatch(
          askCommand(async () => reply("")),
          unknown,
        )
      ).calls[0]?.body,
    ).to.deep.equal(nothing);
  });
});

describe("the dispatcher", () => {
  it("answers plainly what it does not know, and survives what makes no sense", async () => {
    const command = askCommand(async () => reply("ran"));
    for (const type of [5, 99, "x", null]) {
      const outcome = await dispatch(command, { ...commandPayload([]), type });
      expectCalls(outcome, ["respond", { type: 4, data: { flags: 64 } }]);
      expect(JSON.stringify(outcome.calls)).to.include("/help");
    }
    for (const payload of [null, undefined, 7, "x", [], {}, { id: "1" }, { ...commandPayload([]), id: "../x" }]) {
      expectCalls(await dispatch(command, payload));
    }
    for (const data of [null, [], { name: 5 }, { name: "ask", options: "x" }, { name: "ask", options: [null] }]) {
      expectCalls(await dispatch(command, { ...commandPayload([]), data }), ["respond", { type: 4 }]);
    }
  });

  it("turns people away while it closes, and finishes what it began", async () => {
    const transport = fakeTransport();
    const { logger } = recordingLogger();
    const dispatcher = new Dispatcher(dispatchOptions([askCommand(slowly("public"))], transport, logger));
    const begun = dispatcher.handle(commandPayload([question("x")]));
    const closed = dispatcher.close(SHORT.closeMs);
    await dispatcher.handle(commandPayload([question("y")]));
    await closed;
    expect(JSON.stringify(transport.calls)).to.include("restarting").and.include("Late");
    await begun;
  });

  it("does not wait for ever when it closes", async () => {
    const { logger, lines } = recordingLogger();
    const command = askCommand(async () => new Promise(() => {}));
    const dispatcher = new Dispatcher(dispatchOptions([command], fakeTransport(), logger));
    const begun = dispatcher.handle(commandPayload([question("x")]));
    await dispatcher.close(20);
    expect(lines.join("")).to.include("Closing without having answered all");
    await begun;
  });
});
