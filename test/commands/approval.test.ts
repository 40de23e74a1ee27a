import { expect } from "chai";
import summary from "../../commands/summary.ts";
import type { CommandContext } from "../../src/domain/command.ts";
import { button, replyOf, select } from "../fixtures/asking.ts";
import { as, formOf, moderator, onlyPublication, press } from "../fixtures/moderating.ts";

const none = { topic: undefined, since: undefined, length: undefined };

/** A draft in a server where two have to agree, as its author sees it. */
async function begun() {
  const context = moderator();
  await context.store.setServerSettings(context.who.server ?? "", { approval: true }, null);
  const reply = replyOf(await press(context, { action: "draft", state: ["", "", "m"] }));
  return { context, reply };
}

async function asked() {
  const { context, reply } = await begun();
  const waiting = replyOf(await press(context, button(reply, "Ask for approval").action));
  return { context, waiting, draft: await onlyPublication(context.store) };
}

/** What somebody sees who finds the draft with /summary. */
async function found(context: CommandContext) {
  const list = (await summary.run(context, none)).controls.at(-1);
  if (list?.type !== "select") throw new Error("no drafts are listed");
  expect(list.select.placeholder).to.equal("Open a draft (waiting for approval: 1)");
  const { action, options } = list.select;
  return replyOf(await press(context, action, { values: [options[0]?.value ?? ""] }));
}

describe("approval", () => {
  it("is asked for, found by another moderator, and posts", async () => {
    const { context, waiting } = await asked();
    expect(waiting.body).to.contain("Waiting for another moderator to agree: they find it with /summary.");
    const other = as(context, "71");
    const shown = await found(other);
    expect(shown.body).to.contain("Another moderator asks you to agree.");
    const posted = replyOf(await press(other, button(shown, "Approve and post").action));
    expect(posted.body).to.match(/^It is posted/u);
    expect(await onlyPublication(context.store)).to.deep.include({ state: "posted", author: "70", approver: "71" });
  });

  it("is never one's own, for managers neither, by no forged id", async () => {
    const { context, waiting, draft } = await asked();
    expect(() => button(waiting, "Approve and post")).to.throw();
    const state = [draft.id, String(draft.revision)];
    for (const standing of ["moderator", "manager"] as const) {
      const told = replyOf(await press({ ...context, standing }, { action: "approve", state }));
      expect(told.body).to.contain("Whoever drafted it or asked for approval cannot approve it.");
      await press({ ...context, standing }, { action: "post", state });
    }
    expect((await onlyPublication(context.store)).state).to.equal("awaiting-approval");
  });

  it("cannot be given by whoever asked in the author's stead", async () => {
    const { context } = await begun();
    const draft = await onlyPublication(context.store);
    const other = as(context, "71");
    await press(other, { action: "ask", state: [draft.id, String(draft.revision)] });
    const { revision } = await onlyPublication(context.store);
    for (const one of [context, other]) await press(one, { action: "approve", state: [draft.id, String(revision)] });
    expect((await onlyPublication(context.store)).state).to.equal("awaiting-approval");
    await press(as(context, "72"), { action: "approve", state: [draft.id, String(revision)] });
    expect((await onlyPublication(context.store)).state).to.equal("posted");
  });

  it("is needed, also where the button to post is forged", async () => {
    const { context, reply } = await begun();
    expect(() => button(reply, "Post")).to.throw();
    const draft = await onlyPublication(context.store);
    for (const action of ["post", "approve"]) {
      await press(as(context, "71"), { action, state: [draft.id, String(draft.revision)] });
    }
    expect((await onlyPublication(context.store)).state).to.equal("draft");
  });

  it("can be refused with a reason, which the author reads", async () => {
    const { context } = await asked();
    const other = as(context, "71");
    const form = formOf(await press(other, button(await found(other), "Send back").action));
    await press(other, form.action, { fields: { reason: "Too **long**, @everyone" } });
    const draft = await onlyPublication(context.store);
    expect(draft.state).to.equal("draft");
    const shown = replyOf(await press(context, { action: "open", state: [] }, { values: [draft.id] }));
    expect(shown.body).to.contain("Sent back: Too \\*\\*long\\*\\*, \\@everyone");
    expect(button(shown, "Ask for approval").disabled).to.equal(false);
  });

  it("holds for what was seen: nothing is edited meanwhile, and what is taken back has to be asked for again", async () => {
    const { context, waiting, draft } = await asked();
    await press(as(context, "71"), {
      action: "drop",
      state: [draft.id, String(draft.revision), draft.lines[0]?.id ?? ""],
    });
    expect(await onlyPublication(context.store)).to.deep.equal(draft);
    const again = replyOf(await press(context, button(waiting, "Make it a draft again").action));
    expect(select(again).options).to.have.length(draft.lines.length);
    const late = replyOf(
      await press(as(context, "71"), { action: "approve", state: [draft.id, String(draft.revision)] }),
    );
    expect(late.body).to.contain("Somebody changed it meanwhile");
    expect((await onlyPublication(context.store)).state).to.equal("draft");
  });
});

describe("a post", () => {
  async function posted() {
    const context = moderator();
    const reply = replyOf(await press(context, { action: "draft", state: ["", "", "m"] }));
    await press(context, button(reply, "Post").action);
    const post = await onlyPublication(context.store);
    const panel = replyOf(await press(context, { action: "manage", state: [post.id] }));
    return { context, post, panel };
  }

  it("has a line taken back only once that is confirmed, and keeps it in sight", async () => {
    const { context, post, panel } = await posted();
    const { action, options } = select(panel);
    expect(options).to.have.length(post.lines.length);
    const sure = replyOf(await press(context, action, { values: [options[1]?.value ?? ""] }));
    expect(sure.body).to.contain("Take this line back?").and.contain(post.lines[1]?.cited.text.slice(0, 12));
    expect(await onlyPublication(context.store)).to.deep.equal(post);
    const done = replyOf(await press(context, button(sure, "Yes, take it back").action));
    expect(done.body).to.contain("The line is taken back.");
    expect(select(done).options).to.have.length(post.lines.length - 1);
    expect((await onlyPublication(context.store)).lines[1]?.correction?.how).to.equal("struck");
  });

  it("is removed only once that is confirmed", async () => {
    const { context, panel } = await posted();
    const sure = replyOf(await press(context, button(panel, "Remove").action));
    expect((await onlyPublication(context.store)).state).to.equal("posted");
    const done = replyOf(await press(context, button(sure, "Yes, remove it").action));
    expect(done.body).to.contain("has been removed");
    expect(done.controls).to.deep.equal([]);
  });

  it("tells who did what with it", async () => {
    const { context, panel } = await posted();
    const told = replyOf(await press(context, button(panel, "History").action));
    expect(told.body).to.match(/^- <t:\d+:f> · .+ · <@70>$/mu);
  });

  it("is managed by moderators of its own server, as it was seen", async () => {
    const { context, post, panel } = await posted();
    const stranger = { ...context, who: { ...context.who, server: "200000000000000009" } };
    for (const label of ["Remove", "History"]) {
      const told = replyOf(await press(stranger, button(panel, label).action));
      expect(told.body).to.equal("This is not there any more.");
    }
    const late = replyOf(await press(context, { action: "remove-sure", state: [post.id, "1"] }));
    expect(late.body).to.contain("Somebody changed it meanwhile");
    expect((await onlyPublication(context.store)).state).to.equal("posted");
  });
});
