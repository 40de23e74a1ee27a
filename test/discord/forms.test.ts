import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Command } from "../../src/domain/command.ts";
import type { Form, FormField } from "../../src/domain/reply.ts";
import { encodeAction } from "../../src/discord/action-id.ts";
import { Dispatcher } from "../../src/discord/dispatch.ts";
import { toModal } from "../../src/discord/form.ts";
import type { SendFailure } from "../../src/discord/send.ts";
import {
  askCommand,
  buttonPayload,
  BY_ANOTHER,
  dispatchOptions,
  fakeTransport,
  formPayload,
  recordingLogger,
  reply,
} from "./fakes.ts";

const action = { command: "ask", action: "reason", state: ["a|b"] };
const ID = encodeAction(action) ?? "";
const PRESS = buttonPayload(encodeAction({ command: "ask", action: "open", state: [] }) ?? "");

const FIELD: FormField = {
  name: "reason",
  label: "What is not right?",
  lines: "several",
  required: true,
  maxLength: 300,
  value: null,
};
const FORM: Form = { title: "Not right", action, fields: [FIELD] };

type Action = NonNullable<Command["actions"]>[string];

const opening: Action = async () => ({ place: "form", form: FORM });
const told: Action = async ({ fields, byAsker, shown: { title } }, state) => ({
  place: "update",
  reply: reply(`${state.join()} ${String(fields["reason"])} ${byAsker ? "asker" : "other"} ${String(title)}`),
});

async function dispatch(actions: NonNullable<Command["actions"]>, payload: unknown, failure?: SendFailure) {
  const { logger, lines } = recordingLogger();
  const transport = fakeTransport((_, before) => (before === 0 ? (failure ?? null) : null));
  const command = askCommand(async () => reply(""), { actions });
  await new Dispatcher(dispatchOptions([command], transport, logger)).handle(payload);
  return { calls: transport.calls, log: lines.join("") };
}

describe("forms", () => {
  it("are opened at once", async () => {
    const { calls } = await dispatch({ open: opening }, PRESS);
    expect(calls).to.have.length(1);
    expect(calls[0]).to.deep.include({
      how: "respond",
      body: {
        type: 9,
        data: {
          custom_id: ID,
          title: "Not right",
          components: [
            {
              type: 18,
              label: "What is not right?",
              component: { type: 4, custom_id: "reason", style: 2, required: true, max_length: 300 },
            },
          ],
        },
      },
    });
  });

  it("that come too late are made known to the person, privately, and to the operator", async () => {
    const open: Action = async (context, state) => {
      await sleep(120);
      return opening(context, state);
    };
    const { calls, log } = await dispatch({ open }, PRESS);
    expect(calls.map(({ how }) => how)).to.deep.equal(["respond", "followUp"]);
    expect(calls[1]?.body).to.containSubset({ flags: 64 });
    expect(JSON.stringify(calls[1])).to.include("took too long to open");
    expect(JSON.parse(log)).to.include({ level: "warn", command: "ask" });
  });

  it("that cannot find their action, or hold no field, get an apology with a reference", async () => {
    for (const form of [
      { ...FORM, fields: [] },
      { ...FORM, fields: [{ ...FIELD, name: "no blanks" }] },
      { ...FORM, action: { ...action, state: ["x".repeat(100)] } },
    ]) {
      const { calls, log } = await dispatch({ open: async () => ({ place: "form", form }) }, PRESS);
      expect(calls).to.have.length(1);
      const reference = /`([a-z2-9]{8})`/u.exec(JSON.stringify(calls))?.[1];
      expect(JSON.parse(log.trim().split("\n").at(-1) ?? "")).to.include({ level: "error", reference });
    }
  });

  it("that arrived although they seemed lost are not answered again", async () => {
    const { calls, log } = await dispatch({ open: opening }, PRESS, { id: "already-answered" });
    expect(calls).to.have.length(1);
    expect(log).to.equal("");
  });

  it("that Discord refuses are apologised for", async () => {
    const refused: SendFailure = { id: "refused", code: 50_035, fields: ["data.title"] };
    const { calls } = await dispatch({ open: opening }, PRESS, refused);
    expect(calls.map(({ how }) => how)).to.deep.equal(["respond", "respond"]);
    expect(calls[1]?.body).to.containSubset({ type: 4, data: { flags: 64 } });
  });

  it("bring what was filled in to the action they name", async () => {
    const message = { id: "9", interaction_metadata: { user: { id: "7" } }, embeds: [{ title: "who sank it" }] };
    const fields = { reason: "it was Friday" };
    const mine = await dispatch({ reason: told }, formPayload(ID, fields, { message }));
    expect(mine.calls[0]?.body).to.containSubset({
      type: 7,
      data: { embeds: [{ description: "a|b it was Friday asker who sank it" }], allowed_mentions: { parse: [] } },
    });
    const theirs = await dispatch({ reason: told }, formPayload(ID, fields, { message, ...BY_ANOTHER }));
    expect(theirs.calls[0]?.body).to.containSubset({
      data: { embeds: [{ description: "a|b it was Friday other who sank it" }] },
    });
    expect(mine.log).to.equal("");
  });

  it("that were opened from no message are answered with a new one", async () => {
    const form = formPayload(ID, { reason: "x" }, { message: undefined });
    const quick = await dispatch({ reason: told }, form);
    expect(quick.calls[0]?.body).to.containSubset({ type: 4 });
    const slow: Action = async (context, state) => {
      await sleep(120);
      return told(context, state);
    };
    const late = await dispatch({ reason: slow }, form);
    expect(late.calls.map(({ how }) => how)).to.deep.equal(["respond", "edit"]);
    expect(late.calls[0]?.body).to.containSubset({ type: 5, data: { flags: 64 } });
  });

  it("with forged or outdated ids get a plain private answer", async () => {
    for (const id of ["", "x", "1|ask|constructor|", "1|ask|gone|", "1|__proto__|toString|", "2|ask|reason|"]) {
      const { calls } = await dispatch({ reason: told }, formPayload(id, { reason: "x" }));
      expect(calls).to.have.length(1);
      expect(JSON.stringify(calls)).to.include("no longer in use").and.include('"flags":64');
    }
  });

  it("cannot lead to another form, which the operator is told", async () => {
    const { calls, log } = await dispatch({ reason: opening }, formPayload(ID, { reason: "x" }));
    expect(calls).to.have.length(1);
    expect(calls[0]?.body).to.containSubset({ type: 4, data: { flags: 64 } });
    expect(log).to.include("opens another form");
  });

  it("give a button nothing filled in", async () => {
    const open: Action = async ({ fields }) => ({ place: "new", reply: reply(JSON.stringify(fields)) });
    const { calls } = await dispatch({ open }, PRESS);
    expect(calls[0]?.body).to.containSubset({ data: { embeds: [{ description: "{}" }] } });
  });

  it("never hold more than Discord takes, and say what was cut", () => {
    const cutOff: string[] = [];
    const fields = Array.from({ length: 7 }, (_, index) => ({
      ...FIELD,
      name: `f${index % 6}`,
      label: "l".repeat(60),
      maxLength: 9_000,
      value: "v".repeat(5_000),
    }));
    const modal = toModal({ title: "t\n".repeat(60), action, fields }, (what) => cutOff.push(what));
    expect(modal?.title.length).to.be.within(1, 45);
    expect(modal?.components).to.have.length(5);
    expect(new Set(modal?.components.map((part) => JSON.stringify(part)))).to.have.property("size", 5);
    for (const part of modal?.components ?? []) {
      expect(part).to.containSubset({ type: 18, component: { max_length: 4_000 } });
      expect(JSON.stringify(part))
        .to.match(/"l{44}…"/u)
        .and.match(/"v{3999}…"/u);
    }
    expect(new Set(cutOff)).to.deep.equal(new Set(["form.fields", "form.title", "form.label", "form.value"]));
  });

  it("have a title and labels even where none were given", () => {
    const modal = toModal(
      { title: " ", action, fields: [{ ...FIELD, label: "\n", lines: "one", value: "now" }] },
      () => {},
    );
    expect(modal).to.containSubset({
      title: "Footnote",
      components: [{ label: "reason", component: { style: 1, value: "now" } }],
    });
  });
});
